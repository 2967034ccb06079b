package org.zhitongche.web;

/** Each component as the templates write it, with lifelike text. */
final class Samples {

    private Samples() {
    }

    static final String HTML = """
        <div class="head-line"><h1>厂区门口道路破损影响货车进出</h1>
          <div><span class="light yellow">临近到期</span> <span class="badge note">办理中</span></div></div>
        <div class="message good" role="status"><p>已签收</p></div>
        <div class="message warn" role="status"><p>当年放假安排尚未公布，期限为暂定</p></div>
        <div class="tiles">
          <div class="figure"><span class="name">办结率</span><strong>99.6%</strong>
            <small>5243 ÷ 5264，截止 2026-03-02 17:30</small></div>
          <div class="figure"><span class="name">满意率</span><strong>—</strong><small>暂无有效评价</small></div>
          <div class="figure"><span class="name">企业等待时长（中位数）</span><a href="#x"><strong>3天4小时</strong></a></div>
          <div class="figure"><span class="name">超期率</span><strong>0.3%</strong><small>16 ÷ 5264</small></div>
        </div>
        <div class="with-aside"><div>
          <section class="panel"><h2>诉求</h2>
            <dl class="facts">
              <div><dt>编号</dt><dd class="number">350100-20260302-000017</dd></div>
              <div><dt>企业</dt><dd>示例机械制造有限公司</dd></div>
              <div><dt>主办</dt><dd>福州市交通运输局</dd></div>
              <div><dt>办理期限</dt><dd class="number">2026-03-11 17:30</dd></div>
              <div class="whole"><dt>诉求内容</dt><dd class="text">我公司位于工业园区南侧，门口道路自去年雨季后多处塌陷，
        大货车无法通行，每天绕行约十二公里。请协调修复。</dd></div>
            </dl></section>
          <section class="panel"><h2>退回</h2>
            <form method="post" action="/admin/part" id="asks" data-confirm="确定退回？">
              <div class="message bad" role="alert"><p>填写的内容有以下问题，请改正后重新提交：</p>
                <ul><li><a href="#reason">此项必填</a></li></ul></div>
              <div class="field"><label for="reason">退回理由</label><small id="reason-hint">写明依据的职责分工</small>
                <textarea id="reason" name="reason" rows="3" aria-invalid="true"
                  aria-describedby="reason-hint reason-error"></textarea>
                <small class="wrong" id="reason-error">此项必填</small></div>
              <div class="field"><label for="to">建议部门 <span class="quiet">（选填）</span></label>
                <select id="to" name="to"><option>请选择</option><option>福州市住房和城乡建设局</option></select></div>
              <fieldset class="field choices" id="conclusion"><legend>答复类别</legend>
                <label><input type="radio" name="c" value="A"> A 已经解决</label>
                <label><input type="radio" name="c" value="B"> B 正在解决或列入计划</label></fieldset>
              <div class="field"><label for="file">附件 <span class="quiet">（选填）</span></label>
                <input type="file" id="file" name="file"></div>
              <div class="actions"><button type="submit">提交</button><button type="submit" class="danger">退回</button>
                <a role="button" class="outline" href="#x">取消</a></div>
            </form></section>
        </div><aside class="beside"><section class="panel"><h2>办理过程</h2><ol class="story">
          <li><time>2026-03-02 09:12</time><p>企业通过邮件提交</p></li>
          <li><time>2026-03-02 09:12</time><p>系统受理并派单至福州市交通运输局</p></li>
          <li><time>2026-03-02 15:40</time><p>福州市交通运输局签收</p></li></ol></section></aside></div>
        <form class="filters" method="get" action="/admin">
          <div class="field"><label for="q">编号、企业或关键词</label><input id="q" name="q" type="search"></div>
          <div class="field"><label for="state">状态</label><select id="state" name="state"><option>全部</option></select></div>
          <button type="submit">查找</button></form>
        <div class="table"><table class="cards"><caption>待办诉求</caption><thead><tr><th scope="col">编号</th>
          <th scope="col">标题</th><th scope="col">企业</th><th scope="col">期限</th>
          <th scope="col" class="num">等待天数</th><th scope="col">状态</th></tr></thead><tbody>
          <tr><td data-label="编号"><a class="number" href="#x">350100-20260302-000017</a></td>
            <td data-label="标题">厂区门口道路破损影响货车进出</td><td data-label="企业">示例机械制造有限公司</td>
            <td data-label="期限"><span class="number">2026-03-11 17:30</span> <span class="light yellow">临近到期</span></td>
            <td data-label="等待天数" class="num">7</td><td data-label="状态"><span class="badge note">办理中</span></td></tr>
          <tr><td data-label="编号"><a class="number" href="#x">350200-20260225-000003</a></td>
            <td data-label="标题">技术改造贷款贴息申报咨询</td><td data-label="企业">示例电子科技股份有限公司</td>
            <td data-label="期限"><span class="number">2026-03-01 17:30</span> <span class="light red">已超期</span></td>
            <td data-label="等待天数" class="num">12</td><td data-label="状态"><span class="badge warn">待审核</span></td></tr>
          <tr><td data-label="编号"><a class="number" href="#x">350500-20260227-000009</a></td>
            <td data-label="标题">用电增容</td><td data-label="企业">示例纺织有限公司</td>
            <td data-label="期限"><span class="number">2026-03-10 17:30</span> <span class="light blue">时限过半</span></td>
            <td data-label="等待天数" class="num">5</td><td data-label="状态"><span class="badge good">已办结</span>
              <span class="badge plain">存档</span> <span class="badge bad">退回</span>
              <span class="light none">正常</span></td></tr>
        </tbody></table></div>
        <nav class="pager" aria-label="翻页"><a role="button" class="outline" href="#x">回到首页</a>
          <a role="button" class="outline" href="#x">下一页</a></nav>
        <div class="empty"><p>暂无内容</p><a role="button" href="#x">代录一件</a></div>
        <section class="panel"><h2>按月办结</h2><div class="chart" role="img" aria-label="一月12件，二月30件，三月25件"
          data-chart='{"xAxis":{"type":"category","data":["一月","二月","三月"]},"yAxis":{"type":"value"},"tooltip":{},
          "series":[{"type":"bar","name":"办结","data":[12,30,25]}]}'></div></section>
        <section class="panel"><h2>htmx</h2><div class="actions">
          <button id="do" hx-post="/admin/part" hx-target="#answer">确认</button>
          <button id="fail" hx-post="/admin/refused" hx-target="#answer">不行</button></div><div id="answer"></div></section>
        """;
}
