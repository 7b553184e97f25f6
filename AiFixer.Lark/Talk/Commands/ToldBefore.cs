using System.Globalization;
using AiFixer.Core.Incidents;

namespace AiFixer.Lark.Talk.Commands;

/// <summary>What was about to be told, written down before it was.</summary>
/// <param name="Version">The version it was meant for.</param>
internal sealed record ToldBefore(long Version, string By, string Cause)
{
    /// <summary>Null when nothing was.</summary>
    public static ToldBefore? Read(string note) =>
        note.Split('\n') is [var version, var by, var cause] && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(number, by, cause)
            : null;

    public bool Is(JournalEntry entry) => entry.By.ReplaceLineEndings(" ") == By && entry.Cause == Cause;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version}\n{By.ReplaceLineEndings(" ")}\n{Cause}");
}
