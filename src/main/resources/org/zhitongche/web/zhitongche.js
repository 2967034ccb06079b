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
