using System.Collections.Immutable;
using System.Globalization;
using AiFixer.Core.Policy;
using AiFixer.Hosting.Configuration;

namespace AiFixer.Hosting.Settings;

/// <summary>Reads one window of <c>Policy:Freezes</c> or <c>Policy:MaintenanceWindows</c>.</summary>
internal static class WindowSettings
{
    private const string AllDay = nameof(AllDay);

    private static readonly string[] Known =
    [
        nameof(PolicyWindow.Name), nameof(PolicyWindow.Zone), nameof(PolicyWindow.Days), nameof(PolicyWindow.From), nameof(PolicyWindow.To), AllDay,
        nameof(PolicyWindow.Since), nameof(PolicyWindow.Until), nameof(PolicyWindow.Scopes), nameof(PolicyWindow.Environments),
    ];

    public static PolicyWindow Read(SettingsReader settings, ImmutableList<PolicyEnvironment> environments)
    {
        foreach (var name in settings.Names.Except(Known, StringComparer.OrdinalIgnoreCase))
            settings.Problems.Add(settings.Key(name), $"is not known; a window has {string.Join(", ", Known)}");
        CheckHours(settings);
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
            Environments = Environments(settings, environments),
        };
        if (window.Until <= window.Since)
            settings.Problems.Add(settings.Key(nameof(PolicyWindow.Until)), "must be after Since");
        return window;
    }

    /// <summary>A time of day that is forgotten or mistyped would be another window than the one that was meant.</summary>
    private static void CheckHours(SettingsReader settings)
    {
        var (from, to) = (settings.Text(nameof(PolicyWindow.From)) is not null, settings.Text(nameof(PolicyWindow.To)) is not null);
        var hasSeason = settings.Text(nameof(PolicyWindow.Since)) is not null || settings.Text(nameof(PolicyWindow.Until)) is not null;
        var allDay = settings.Flag(AllDay, false);
        if (from != to)
            settings.Problems.Add(settings.Key(from ? nameof(PolicyWindow.To) : nameof(PolicyWindow.From)), "is missing: From and To go together");
        else if (from && allDay)
            settings.Problems.Add(settings.Key(AllDay), "does not go with From and To");
        else if (!from && !allDay && !hasSeason)
            settings.Problems.Add(settings.Key(nameof(PolicyWindow.From)), "is missing: From and To, or AllDay=true, or Since and Until");
    }

    private static ImmutableList<string> Environments(SettingsReader settings, ImmutableList<PolicyEnvironment> known)
    {
        var names = PolicySettings.List(settings, nameof(PolicyWindow.Environments), []);
        foreach (var name in names.Where(name => !known.Exists(environment => Wildcard.Matches(name, environment.Name))))
            settings.Problems.Add(settings.Key(nameof(PolicyWindow.Environments)), $"must be names of Policy:Environments, not \"{name}\"");
        return names;
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
