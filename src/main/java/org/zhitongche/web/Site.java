package org.zhitongche.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.function.Function;
import org.zhitongche.words.Words;

/** What all requests share. */
record Site(WebSettings settings, Words words, TemplateEngine templates, Assets assets, Cookies cookies,
            Forgery forgery, Viewers viewers, Looks looks, Uploads uploads, List<NavItem> nav,
            Function<Viewer, List<Banner>> banners, ObjectMapper json) {
}
