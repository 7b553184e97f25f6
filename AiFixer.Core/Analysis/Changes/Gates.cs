using System.Globalization;
using System.Text.RegularExpressions;
using AiFixer.Core.Analysis.Facts;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>A switch that a change asks for: what it brought may have waited until somebody turned it on.</summary>
internal static partial class Gates
{
    private const int LongName = 5;

    /// <summary>Since when, and where, it may have run because of a switch.</summary>
    public static IEnumerable<Shipping> Of(ReadChange change, Shipping shipped, IEnumerable<FlagFact> flags) => change.IsBeside || change.IsLooks
        ? []
        : flags.Where(flag => flag.Flag.Length >= LongName && flag.At > shipped.At && IsOn(flag.Change)
            && (flag.Service is not { } service || shipped.Service is not { } runs || ServiceNames.Same(service, runs)) && Asks(change, flag.Flag))
            .Select(flag => shipped with { At = flag.At, Service = shipped.Service ?? flag.Service, Switch = flag.Flag });

    /// <summary>From less to more; what was turned down, or off, runs no more than before.</summary>
    private static bool IsOn(string? change)
    {
        if (change is null)
            return true;
        var parts = Arrow().Split(change);
        var (from, to) = parts.Length == 2 ? (Share(parts[0]), Share(parts[1])) : (0, Share(change));
        return to > from;
    }

    private static double Share(string said) => said switch
    {
        _ when Text.Has(said, @"\b(off|false|disabled|none|no)\b") => 0,
        _ when Number().Match(said) is { Success: true } number => double.Parse(number.Value, CultureInfo.InvariantCulture),
        _ when Text.Has(said, @"\b(on|true|enabled|all|yes)\b") => 100,
        _ => 0,
    };

    /// <summary>As it is written, or as a name in code: <c>compact-address</c>, <c>compactAddress</c>, <c>COMPACT_ADDRESS</c>.</summary>
    private static bool Asks(ReadChange change, string flag) =>
        Name().Matches(change.Added).Any(name => string.Equals(Plain(name.Value), Plain(flag), StringComparison.OrdinalIgnoreCase));

    private static string Plain(string name) => string.Concat(name.Where(c => c is not ('_' or '-' or '.')));

    [GeneratedRegex(@"->|=>|→|\bto\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"[0-9]{1,6}(\.[0-9]{1,6})?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"[\w-]+(\.[\w-]+)*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
