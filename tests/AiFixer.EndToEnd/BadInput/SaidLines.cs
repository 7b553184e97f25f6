using System.Globalization;
using AiFixer.EndToEnd.Support;

namespace AiFixer.EndToEnd.BadInput;

/// <summary>What a gateway wrote to its console, where every line must be its own.</summary>
internal static class SaidLines
{
    /// <param name="forged">How a line begins that somebody outside would like to see there.</param>
    public static void AreItsOwn(GatewayProcess gateway, string forged)
    {
        var lines = gateway.Process.Output;
        lines.ShouldNotBeEmpty();
        lines.Where(line => line.Any(IsHidden)).ShouldBeEmpty();
        lines.Where(line => line.TrimStart().StartsWith(forged, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    private static bool IsHidden(char letter) =>
        letter != '\t' && char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
