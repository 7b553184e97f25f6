using System.Globalization;
using System.Net;
using System.Text;

namespace AiFixer.Bench.Plots;

/// <summary>Lines over an axis, as a picture that needs nothing else.</summary>
/// <param name="Limit">What no line should exceed; drawn when there is one.</param>
internal sealed record Plot(string Title, string XName, string YName, bool LogarithmicX, double? Limit, IReadOnlyList<PlotLine> Lines)
{
    private const int Width = 720;
    private const int Height = 380;
    private const int Left = 60;
    private const int Right = 190;
    private const int Top = 40;
    private const int Bottom = 50;
    private const int YSteps = 5;
    private static readonly string[] Colors = ["#1f6feb", "#d1242f", "#1a7f37", "#9a6700", "#8250df", "#0a7ea4", "#57606a", "#bf3989"];

    private double MostY => Math.Max(Lines.SelectMany(line => line.Points).Max(point => point.Y), Limit ?? 0) * 1.1;

    private IReadOnlyList<double> Xs => [.. Lines.SelectMany(line => line.Points).Select(point => point.X).Distinct().Order()];

    public string ToSvg()
    {
        var svg = new StringBuilder();
        Add(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" font-family="sans-serif" font-size="12">""");
        Add(svg, $"""<rect width="{Width}" height="{Height}" fill="white"/>""");
        Add(svg, $"""<text x="{Left}" y="22" font-size="14" font-weight="bold">{Text(Title)}</text>""");
        for (var i = 0; i <= YSteps; i++)
            YTick(svg, MostY * i / YSteps);
        foreach (var x in Xs)
            Add(svg, $"""<text x="{X(x):F1}" y="{Height - Bottom + 18}" text-anchor="middle">{Short(x)}</text>""");
        Add(svg, $"""<text x="{(Left + Width - Right) / 2}" y="{Height - 10}" text-anchor="middle">{Text(XName)}</text>""");
        Add(svg, $"""<text x="14" y="{Height / 2}" text-anchor="middle" transform="rotate(-90 14 {Height / 2})">{Text(YName)}</text>""");
        if (Limit is { } limit)
            Add(svg, $"""<line x1="{Left}" x2="{Width - Right}" y1="{Y(limit):F1}" y2="{Y(limit):F1}" stroke="#d1242f" stroke-dasharray="6 4"/>""");
        foreach (var (i, line) in Lines.Index())
            Draw(svg, line, i);
        return svg.Append("</svg>\n").ToString();
    }

    private void YTick(StringBuilder svg, double value)
    {
        Add(svg, $"""<line x1="{Left}" x2="{Width - Right}" y1="{Y(value):F1}" y2="{Y(value):F1}" stroke="#d0d7de"/>""");
        Add(svg, $"""<text x="{Left - 6}" y="{Y(value) + 4:F1}" text-anchor="end">{Short(value)}</text>""");
    }

    private void Draw(StringBuilder svg, PlotLine line, int number)
    {
        var color = Colors[number % Colors.Length];
        var points = string.Join(' ', line.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X):F1},{Y(point.Y):F1}")));
        Add(svg, $"""<polyline points="{points}" fill="none" stroke="{color}" stroke-width="2"/>""");
        foreach (var (x, y) in line.Points)
            Add(svg, $"""<circle cx="{X(x):F1}" cy="{Y(y):F1}" r="3" fill="{color}"><title>{Text(line.Name)}: {y:0.###}</title></circle>""");
        Add(svg, $"""<text x="{Width - Right + 12}" y="{Top + 16 * number + 10}" fill="{color}">{Text(line.Name)}</text>""");
    }

    private double X(double value)
    {
        double Scale(double x) => LogarithmicX ? Math.Log10(Math.Max(x, 1e-9)) : x;
        var (least, most) = (Scale(Xs[0]), Scale(Xs[^1]));
        return Left + (most > least ? (Scale(value) - least) / (most - least) : 0.5) * (Width - Right - Left);
    }

    private double Y(double value) => Height - Bottom - value / MostY * (Height - Bottom - Top);

    private static string Short(double value) => value switch
    {
        >= 1e6 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e6:0.##}M"),
        >= 1e4 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e3:0.#}k"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:0.##}"),
    };

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static void Add(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
