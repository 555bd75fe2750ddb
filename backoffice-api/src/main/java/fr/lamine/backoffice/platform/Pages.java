package fr.lamine.backoffice.platform;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;

/// HTML by the templates that are compiled into this program.
public final class Pages {

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "fr.lamine.backoffice.platform.pages");

    public String render(String template, Map<String, Object> parameters) {
        TemplateOutput output = new StringOutput();
        templates.render(template, parameters, output);
        return output.toString();
    }
}
