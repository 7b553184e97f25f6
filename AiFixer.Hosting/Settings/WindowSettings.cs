using System.Collections.Immutable;
using System.Globalization;
using AiFixer.Core.Policy;
using AiFixer.Hosting.Configuration;

namespace AiFixer.Hosting.Settings;

/// <summary>Reads one window of <c>Policy:Freezes</c> or <c>Policy:MaintenanceWindows</c>.</summary>
internal static class WindowSettings
{
    public static PolicyWindow Read(SettingsReader settings)
    {
        var window = new PolicyWindow
        {
            Name = PolicySettings.Name(settings),
            Zone = Zone(settings),
            Days = [.. Days(settings)],
            From = Time(settings, nameof(PolicyWindow.From)),
            To = Time(settings, nameof(PolicyWindow.To)),
            Since = Moment(settings, nameof(PolicyWindow.Since)),
            Until = Moment(settings, nameof(PolicyWindow.Until)),
            Scopes = PolicySettings.List(settings, nameof(PolicyWindow.Scopes), []),
            Environments = PolicySettings.List(settings, nameof(PolicyWindow.Environments), []),
        };
        if (window.Until <= window.Since)
            settings.Problems.Add(settings.Key(nameof(PolicyWindow.Until)), "must be after Since");
        return window;
    }

    private static string Zone(SettingsReader settings)
    {
        var zone = settings.Text(nameof(PolicyWindow.Zone), "UTC");
        if (TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            return zone;
        settings.Problems.Add(settings.Key(nameof(PolicyWindow.Zone)), $"must be a time zone as IANA names it, such as Europe/Berlin, not \"{zone}\"");
        return "UTC";
    }

    private static IEnumerable<DayOfWeek> Days(SettingsReader settings)
    {
        foreach (var word in settings.List(nameof(PolicyWindow.Days)))
        {
            var days = Enum.GetValues<DayOfWeek>().Where(day => word.Length >= 2 && day.ToString().StartsWith(word, StringComparison.OrdinalIgnoreCase)).ToList();
            if (days.Count == 1)
                yield return days[0];
            else
                settings.Problems.Add(settings.Key(nameof(PolicyWindow.Days)), $"must be days such as Mon, Tue, not \"{word}\"");
        }
    }

    private static TimeOnly Time(SettingsReader settings, string name)
    {
        if (settings.Text(name) is not { } text)
            return default;
        if (TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        settings.Problems.Add(settings.Key(name), $"must be a time of day such as 22:00, not \"{text}\"");
        return default;
    }

    private static DateTimeOffset? Moment(SettingsReader settings, string name)
    {
        if (settings.Text(name) is not { } text)
            return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return moment.ToUniversalTime();
        settings.Problems.Add(settings.Key(name), $"must be a moment such as 2026-12-20T00:00:00Z, not \"{text}\"");
        return null;
    }
}
