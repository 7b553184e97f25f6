using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Hosting.Configuration;

/// <summary>Reads settings of one section; what is wrong is collected with its full key and the default is used meanwhile.</summary>
public sealed class SettingsReader(IConfiguration configuration, ConfigurationProblems problems, string path = "")
{
    public ConfigurationProblems Problems { get; } = problems;

    /// <summary>The full key of a setting, as people write it.</summary>
    public string Key(string name) => path.Length == 0 ? name : $"{path}:{name}";

    public SettingsReader Section(string name) => new(configuration.GetSection(name), Problems, Key(name));

    /// <summary>The numbered or named sections below a key, with their names.</summary>
    public IEnumerable<(string Name, SettingsReader Settings)> Sections(string name) =>
        configuration.GetSection(name).GetChildren().Select(child => (child.Key, new SettingsReader(child, Problems, $"{Key(name)}:{child.Key}")));

    /// <summary>The names of everything that is written in it.</summary>
    public IEnumerable<string> Names => configuration.GetChildren().Select(child => child.Key);

    /// <summary>Set, if only to nothing; a key without any value is not.</summary>
    public bool Has(string name) => configuration.GetSection(name).Exists();

    /// <summary>Set to an empty text.</summary>
    public bool IsEmpty(string name) => string.IsNullOrWhiteSpace(configuration[name]) && configuration[name] is not null;

    public string? Text(string name) => configuration[name] is { Length: > 0 } text ? text.Trim() : null;

    public string Text(string name, string otherwise) => Text(name) ?? otherwise;

    /// <summary>Values below the key, or one text with commas.</summary>
    public IReadOnlyList<string> List(string name)
    {
        var values = Table(name).Select(pair => pair.Value).ToList();
        return values.Count > 0 ? values : Text(name)?.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
    }

    public IEnumerable<KeyValuePair<string, string>> Table(string name) =>
        configuration.GetSection(name).GetChildren().Where(child => child.Value is { Length: > 0 })
            .Select(child => KeyValuePair.Create(child.Key, child.Value!));

    public int Number(string name, int otherwise, int least, int most)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Problems.Add(Key(name), $"must be a whole number from {least} to {most}, not \"{text}\"");
        return otherwise;
    }

    public TimeSpan Duration(string name, TimeSpan otherwise, TimeSpan least, TimeSpan most)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (DurationText.TryParse(text, out var duration) && duration >= least && duration <= most)
            return duration;
        Problems.Add(Key(name), $"must be a duration from {least} to {most}, such as 90s, 5m or 00:05:00, not \"{text}\"");
        return otherwise;
    }

    public bool Flag(string name, bool otherwise)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (bool.TryParse(text, out var flag))
            return flag;
        Problems.Add(Key(name), $"must be true or false, not \"{text}\"");
        return otherwise;
    }

    public T Choice<T>(string name, T otherwise)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice))
            return choice;
        Problems.Add(Key(name), $"must be one of {string.Join(", ", Enum.GetNames<T>())}, not \"{text}\"");
        return otherwise;
    }
}
