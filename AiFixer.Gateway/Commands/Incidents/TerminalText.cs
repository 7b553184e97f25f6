namespace AiFixer.Gateway.Commands.Incidents;

/// <summary>Text from outside for a terminal, which takes some characters for orders.</summary>
internal static class TerminalText
{
    public static string Of(string text) =>
        string.Concat(text.Select(c => c == '\n' ? '\n' : char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format ? '\uFFFD' : c));
}
