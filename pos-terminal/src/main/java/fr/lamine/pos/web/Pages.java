package fr.lamine.pos.web;

import fr.lamine.pos.web.view.BarView;
import fr.lamine.pos.web.view.ControlView;
import fr.lamine.pos.web.view.CustomerView;
import fr.lamine.pos.web.view.FrameView;
import fr.lamine.pos.web.view.FramesView;
import fr.lamine.pos.web.view.GoView;
import fr.lamine.pos.web.view.LiveView;
import fr.lamine.pos.web.view.SheetView;
import fr.lamine.pos.web.view.TableView;
import fr.lamine.pos.web.view.WeightView;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;

/// HTML of the views, by the templates compiled into this program.
public final class Pages {

    private final TemplateEngine templates;
    private final Texts texts;

    public Pages(Texts texts) {
        this.texts = texts;
        this.templates = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "fr.lamine.pos.web.pages");
    }

    /// A whole page.
    public String page(FrameView frame) {
        return page(frame, 0);
    }

    /// @param changes what [Desk#changes] said before the frame was made
    String page(FrameView frame, long changes) {
        return render("page.jte", Map.of("t", texts, "frame", frame, "changes", changes));
    }

    /// What stands inside the page, for a form's answer and for the event `screen`.
    public String counter(FrameView frame) {
        return render("counter.jte", Map.of("t", texts, "frame", frame));
    }

    /// The top bar, for the event `bar`.
    public String bar(BarView bar) {
        return render("bar.jte", Map.of("t", texts, "bar", bar));
    }

    /// The live weight with what the main action may do, for the event `weight`.
    public String weight(WeightView weight, GoView go) {
        return render("weight.jte", Map.of("t", texts, "weight", weight, "go", go));
    }

    /// What a device says, for the event of its place.
    public String live(LiveView live) {
        return render("part/live.jte", Map.of("live", live));
    }

    /// The whole page of the raw frames.
    public String frames(FramesView frames) {
        return render("frames.jte", Map.of("t", texts, "frames", frames));
    }

    /// The frames alone, for the event `lignes`.
    public String frameLines(FramesView frames) {
        return render("framelines.jte", Map.of("t", texts, "frames", frames));
    }

    /// The whole page of the table.
    public String table(TableView table) {
        return render("table.jte", Map.of("t", texts, "table", table));
    }

    /// What stands inside the page of the table, for a form's answer.
    public String tableInside(TableView table) {
        return render("table/inside.jte", Map.of("t", texts, "table", table));
    }

    /// The scale's own display, for the event `display`.
    public String display(TableView.Display display) {
        return render("table/display.jte", Map.of("t", texts, "display", display));
    }

    /// What lies on the scale and around it, for the event `pan`.
    public String pan(TableView.Pan pan) {
        return render("table/pan.jte", Map.of("t", texts, "pan", pan));
    }

    /// The codes before the scanner, for the event `codes`.
    public String codes(TableView.Codes codes) {
        return render("table/codes.jte", Map.of("t", texts, "codes", codes));
    }

    /// The printer with its paper, for the event `print`.
    public String print(TableView.Print print) {
        return render("table/print.jte", Map.of("t", texts, "print", print));
    }

    /// The whole page that a controller is shown.
    public String control(ControlView control) {
        return render("control.jte", Map.of("t", texts, "control", control));
    }

    /// What stands inside it, for a form's answer.
    public String controlInside(ControlView control) {
        return render("control/inside.jte", Map.of("t", texts, "control", control));
    }

    /// The whole page of the customer's own screen.
    public String customer(CustomerView customer) {
        return render("customer.jte", Map.of("t", texts, "customer", customer));
    }

    /// What stands on it, for the event `client`.
    public String customerInside(CustomerView customer) {
        return render("customer/inside.jte", Map.of("t", texts, "customer", customer));
    }

    /// The paper sheet, to be printed.
    public String sheet(SheetView sheet) {
        return render("sheet.jte", Map.of("t", texts, "sheet", sheet));
    }

    private String render(String template, Map<String, Object> parameters) {
        TemplateOutput output = new StringOutput();
        templates.render(template, parameters, output);
        return output.toString();
    }
}
