using System.Globalization;
using System.Text.RegularExpressions;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Thread;

/// <summary>What Alertmanager counts of its own sending.</summary>
internal static partial class Notifications
{
    /// <summary>Waits until so many were sent and none is still failing.</summary>
    public static Task SentAsync(AlertmanagerServer alertmanager, int wanted) => Eventually.TrueAsync(
        async () =>
        {
            using var http = new HttpClient();
            var metrics = await http.GetStringAsync(new Uri(alertmanager.Address, "metrics"));
            return Count(Sent().Match(metrics)) - Failed().Matches(metrics).Sum(Count) >= wanted;
        },
        $"Alertmanager delivered {wanted} messages");

    private static int Count(Match line) => line.Success ? int.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("""^alertmanager_notifications_total\{[^}]*integration="webhook"[^}]*\} (\d+)""", RegexOptions.Multiline)]
    private static partial Regex Sent();

    [GeneratedRegex("""^alertmanager_notifications_failed_total\{[^}]*integration="webhook"[^}]*\} (\d+)""", RegexOptions.Multiline)]
    private static partial Regex Failed();
}
