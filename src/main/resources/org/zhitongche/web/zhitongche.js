/* The little that pages cannot do without a script: asking back, printing, charts. No page needs it to work. */
document.addEventListener('submit', event => {
  const question = !event.submitter?.hasAttribute('formnovalidate') && event.target.dataset.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
});

/* Files over the limit are told at once, before anybody waits for their upload and loses what was typed. */
document.addEventListener('change', event => {
  const box = event.target.closest('[data-largest]');
  if (!box || event.target.type !== 'file') return;
  const sizes = [...event.target.files].map(file => file.size);
  const refused = Math.max(0, ...sizes) > Number(box.dataset.largest)
    || sizes.reduce((a, b) => a + b, 0) > Number(box.dataset.largestAll);
  event.target.toggleAttribute('data-refused', refused);
  box.querySelector('.wrong').textContent = refused ? box.dataset.tooLarge : '';
});
document.addEventListener('submit', event => {
  const refused = event.target.querySelector('[data-refused]');
  if (refused) { event.preventDefault(); refused.focus(); }
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-print]')) window.print();
  const button = document.querySelector('.menu-button');
  if (button && (button.contains(event.target) || !event.target.closest('.menu'))) {
    const opens = button.contains(event.target) && button.getAttribute('aria-expanded') === 'false';
    button.setAttribute('aria-expanded', String(opens));
  }
});
/* A group of the menu closes when something else is clicked, and by Esc. */
document.addEventListener('click', event => document.querySelectorAll('details.group[open]').forEach(group => {
  if (!group.contains(event.target)) group.open = false;
}));
document.addEventListener('keydown', event => {
  const group = event.key === 'Escape' && document.querySelector('details.group[open]');
  if (group) { group.open = false; group.querySelector('summary').focus(); }
});
document.documentElement.classList.add('scripted');

document.addEventListener('change', event => {
  if (event.target.matches('[data-submit]')) event.target.form.requestSubmit();
});

/* <div class="chart" data-chart='{"series": …}'></div>: an ECharts option as JSON */
function drawCharts(root) {
  if (!window.echarts) return;
  root.querySelectorAll('.chart[data-chart]').forEach(place => {
    const option = Object.assign({ animation: false, color: ['#17527f', '#0d6e6e', '#c98a1b', '#a3312d', '#6b7a90'] },
      JSON.parse(place.dataset.chart));
    option.tooltip = Object.assign({ renderMode: 'richText' }, option.tooltip);
    const chart = window.echarts.init(place, null, { renderer: 'canvas' });
    chart.setOption(option);
    window.addEventListener('resize', () => chart.resize());
  });
}
document.addEventListener('DOMContentLoaded', () => drawCharts(document));

/* Back to the form, with what was typed into it. */
document.addEventListener('DOMContentLoaded', () => document.querySelectorAll('[data-back]').forEach(button => {
  button.hidden = history.length < 2;
  button.addEventListener('click', () => history.back());
}));
document.addEventListener('htmx:load', event => drawCharts(event.detail.elt));

/* Pages under keys: <… data-key="j ArrowRight"> is pressed by these. In a field only Esc (out of it) and Ctrl+Enter (send) count. */
function press(place) {
  if (place.matches('input[type=radio]')) {
    place.checked = true;
    place.focus();
    const opens = place.dataset.opens && document.getElementById(place.dataset.opens);
    if (opens) opens.focus();
  } else if (place.matches('details')) {
    place.open = !place.open;
    const first = place.open && place.querySelector('select, textarea, input:not([type=hidden])');
    if (first) first.focus();
    place.scrollIntoView({ block: 'nearest' });
  } else {
    place.click();
  }
}
document.addEventListener('keydown', event => {
  if (!document.querySelector('[data-keys]') || event.altKey || event.metaKey || event.isComposing) return;
  const field = event.target.closest('textarea, select, input:not([type=radio])');
  if (field) {
    if (event.key === 'Escape') field.blur();
    if (event.key === 'Enter' && event.ctrlKey && field.form) field.form.requestSubmit();
    return;
  }
  if (event.ctrlKey) return;
  const place = [...document.querySelectorAll('[data-key]')].find(each => each.dataset.key.split(' ').includes(event.key));
  if (!place) return;
  event.preventDefault();
  press(place);
});

/* <form data-keep="name">: what was typed comes back when its page does, until it was sent and taken. */
const SENT = 'kept-sent';
function kept(form) {
  return [...form.elements].filter(each => each.name && each.type !== 'hidden' && each.type !== 'submit');
}
document.addEventListener('input', event => {
  const form = event.target.form;
  if (!form || !form.dataset.keep) return;
  const values = Object.fromEntries(kept(form).filter(each => each.type !== 'radio' || each.checked).map(each => [each.name, each.value]));
  sessionStorage.setItem('kept-' + form.dataset.keep, JSON.stringify(values));
});
document.addEventListener('submit', event => {
  if (event.target.dataset.keep) sessionStorage.setItem(SENT, event.target.dataset.keep);
});
document.addEventListener('DOMContentLoaded', () => {
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  if (sent && !document.querySelector(`form[data-keep="${CSS.escape(sent)}"]`)) sessionStorage.removeItem('kept-' + sent);
  document.querySelectorAll('form[data-keep]').forEach(form => {
    const values = JSON.parse(sessionStorage.getItem('kept-' + form.dataset.keep) || 'null');
    if (!values || form.querySelector('[role=alert]')) return;
    kept(form).forEach(each => {
      if (!(each.name in values)) return;
      if (each.type === 'radio') each.checked = each.value === values[each.name];
      else each.value = values[each.name];
    });
    const folded = form.closest('details');
    if (folded && Object.entries(values).some(([name, value]) => value && form.elements[name].type === 'textarea')) folded.open = true;
  });
});
