using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AiFixer.Playground.Json;

/// <summary>Amounts as Kubernetes writes them: <c>100m</c>, <c>128Mi</c>, <c>1e3</c>.</summary>
internal static partial class Quantity
{
    private static readonly Dictionary<string, decimal> Units = new(StringComparer.Ordinal)
    {
        ["n"] = 1e-9m,
        ["u"] = 1e-6m,
        ["m"] = 1e-3m,
        [""] = 1,
        ["k"] = 1e3m,
        ["M"] = 1e6m,
        ["G"] = 1e9m,
        ["T"] = 1e12m,
        ["P"] = 1e15m,
        ["E"] = 1e18m,
        ["Ki"] = 1L << 10,
        ["Mi"] = 1L << 20,
        ["Gi"] = 1L << 30,
        ["Ti"] = 1L << 40,
        ["Pi"] = 1L << 50,
        ["Ei"] = 1L << 60,
    };

    /// <summary>Null when the text is no quantity.</summary>
    public static decimal? Parse(string? text)
    {
        if (text is null || !Form().IsMatch(text))
            return null;
        var match = Form().Match(text);
        var number = decimal.Parse(match.Groups["number"].Value, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (match.Groups["exponent"] is { Success: true } exponent)
            return number * (decimal)Math.Pow(10, int.Parse(exponent.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        return number * Units[match.Groups["unit"].Value];
    }

    /// <summary>Null when there is nothing, or nothing that is a quantity.</summary>
    public static decimal? Of(JsonNode? node) => Parse(node.AsText() ?? (node is JsonValue ? node.ToJsonString() : null));

    public static string Nanos(double amount) => $"{(long)(amount * 1e9)}n";

    public static string Kibi(double bytes) => $"{(long)(bytes / 1024)}Ki";

    /// <summary>In thousandths where it is not whole, as the server writes CPU.</summary>
    public static string Milli(decimal amount) =>
        amount == decimal.Truncate(amount) ? Plain(amount) : $"{Plain(Math.Ceiling(amount * 1000))}m";

    /// <summary>With the largest binary unit that divides it, as the server writes memory.</summary>
    public static string Binary(decimal amount)
    {
        foreach (var unit in (string[])["Ti", "Gi", "Mi", "Ki"])
        {
            if (amount != 0 && amount % Units[unit] == 0)
                return Plain(amount / Units[unit]) + unit;
        }

        return Plain(Math.Ceiling(amount));
    }

    private static string Plain(decimal amount) => decimal.Truncate(amount).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<number>[+-]?([0-9]{1,15}(\.[0-9]{0,9})?|\.[0-9]{1,9}))([eE](?<exponent>[+-]?[0-9]{1,2})|(?<unit>[KMGTPE]i|[numkMGTPE]|))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
