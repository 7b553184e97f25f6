using System.Globalization;

namespace AiFixer.Lark.Room;

/// <summary>What a message may show while an answer to a click is on its way that changes it too.</summary>
/// <param name="Until">By then the answer has arrived or is lost.</param>
/// <param name="Digest">Of what it shows if all went well.</param>
internal sealed record Unsettled(DateTimeOffset Until, string Digest)
{
    private const char Mark = '~';

    /// <summary>Null when what is shown is known, or not known at all.</summary>
    public static Unsettled? Read(string shown) =>
        shown.Length > 0 && shown[0] == Mark && shown.Split(Mark) is [_, var ticks, var digest] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? new(new(at, TimeSpan.Zero), digest)
            : null;

    /// <summary>What to write down when nobody knows any more what is shown: an answer that is on its way stays on its way.</summary>
    public static string Doubt(string shown) => Read(shown) is { } answered ? (answered with { Digest = "" }).ToString() : "";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Mark}{Until.UtcTicks}{Mark}{Digest}");
}
