using System.Globalization;
using System.Text.RegularExpressions;

namespace AiFixer.Plugins.Shell;

/// <summary>What may stand for a value. None begins with a sign, so none is ever read as an option.</summary>
internal sealed partial class ValueTypes(IReadOnlyList<string> folders)
{
    public static IReadOnlyList<string> Names { get; } = ["{name}", "{number:1-100}", "{host}", "{unit}", "{time}", "{path}", "{one:a|b}"];

    public static bool Known(string type, string detail) => type switch
    {
        "number" => Range().IsMatch(detail),
        "one" => detail.Split('|').All(d => Name().IsMatch(d)),
        _ => detail.Length == 0 && type is "name" or "host" or "unit" or "time" or "path",
    };

    /// <summary>The value as it may be passed on; null when it is none of the type.</summary>
    public string? Resolve(string type, string detail, string value) => type switch
    {
        "number" => InRange(detail, value) ? value : null,
        "one" => detail.Split('|').Contains(value, StringComparer.Ordinal) ? value : null,
        "name" => Name().IsMatch(value) ? value : null,
        "host" => Host().IsMatch(value) ? value : null,
        "unit" => Unit().IsMatch(value) ? value : null,
        "time" => Time().IsMatch(value) ? value : null,
        "path" => ReadableFile.Resolve(value, folders),
        _ => null,
    };

    private static bool InRange(string range, string value)
    {
        var bounds = range.Split('-').Select(b => long.Parse(b, CultureInfo.InvariantCulture)).ToArray();
        return Digits().IsMatch(value) && long.Parse(value, CultureInfo.InvariantCulture) is var number && number >= bounds[0] && number <= bounds[1];
    }

    [GeneratedRegex(@"^[0-9]{1,9}-[0-9]{1,9}\z")]
    private static partial Regex Range();

    [GeneratedRegex(@"^[0-9]{1,9}\z")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9.:_-]{0,251}[A-Za-z0-9.])?\z")]
    private static partial Regex Host();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9@_.:-]{0,254}\z")]
    private static partial Regex Unit();

    [GeneratedRegex(@"^([0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2}(:[0-9]{2})?)?|[0-9]{1,4} (min|minutes|hours|days) ago|today|yesterday|now)\z")]
    private static partial Regex Time();
}
