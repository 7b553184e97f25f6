using System.Net;
using System.Text;
using AiFixer.Bench.Plots;

namespace AiFixer.Bench.Reporting;

/// <summary>Everything that was measured as one file that any browser shows.</summary>
internal static class Page
{
    private static readonly string[] Heads = ["measurement", "database", "clients", "a request", "value", "unit", "ratio", "p50 ms", "p99 ms", "spread", "target"];

    public static string Of(IReadOnlyList<Measurement> measurements, IReadOnlyList<Plot> plots)
    {
        var page = new StringBuilder(
            """
            <!doctype html>
            <meta charset="utf-8">
            <title>AiFixer, measured</title>
            <style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}td,th{padding:.2em .7em;border-bottom:1px solid #d0d7de;text-align:right}td:first-child,th:first-child{text-align:left}.missed{color:#d1242f}</style>
            <h1>AiFixer, measured</h1>

            """);
        page.Append("<p>").Append(WebUtility.HtmlEncode(Machine.This.Text)).Append("</p>\n<table>\n");
        Row(page, "th", "", Heads);
        foreach (var one in measurements)
            Row(page, "td", one.TargetMet == false ? "missed" : "", Table.Cells(one));
        page.Append("</table>\n");
        foreach (var plot in plots)
            page.Append("<p>").Append(plot.ToSvg()).Append("</p>\n");
        return page.ToString();
    }

    private static void Row(StringBuilder page, string cell, string kind, IReadOnlyList<string> texts)
    {
        page.Append("<tr class=\"").Append(kind).Append("\">");
        foreach (var text in texts)
            page.Append('<').Append(cell).Append('>').Append(WebUtility.HtmlEncode(text)).Append("</").Append(cell).Append('>');
        page.Append("</tr>\n");
    }
}
