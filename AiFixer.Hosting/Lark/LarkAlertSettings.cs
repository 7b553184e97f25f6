using System.Text.RegularExpressions;
using AiFixer.Hosting.Configuration;
using AiFixer.Lark.Alerts;

namespace AiFixer.Hosting.Lark;

/// <summary>Reads from the section <c>Lark</c> which messages are alerts.</summary>
public static class LarkAlertSettings
{
    public static LarkAlertOptions Read(SettingsReader lark) => new()
    {
        AlertBotIds = lark.List("AlertBotIds"),
        FiringWords = lark.List("FiringWords"),
        IgnoreWords = lark.List("IgnoreWords"),
        Templates = [.. lark.Table("AlertTemplates").Select(entry => Template(lark, entry)).OfType<Regex>()],
    };

    /// <summary>Of a kind that no text can make slow.</summary>
    private static Regex? Template(SettingsReader lark, KeyValuePair<string, string> entry)
    {
        try
        {
            return new(entry.Value, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Multiline);
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            lark.Problems.Add(lark.Key($"AlertTemplates:{entry.Key}"), $"is no pattern that can be used: {wrong.Message}");
            return null;
        }
    }
}
