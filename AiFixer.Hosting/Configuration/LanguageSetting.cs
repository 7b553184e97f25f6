using AiFixer.Core.Texts;

namespace AiFixer.Hosting.Configuration;

/// <summary>Reads a language, however it is written.</summary>
public static class LanguageSetting
{
    public static Language Read(SettingsReader settings, string name, Language otherwise)
    {
        if (settings.Text(name) is not { } text)
            return otherwise;
        if (LanguageTag.Parse(text) is { } language)
            return language;
        settings.Problems.Add(settings.Key(name), $"must be one of {string.Join(", ", LanguageTag.All.Select(LanguageTag.Of))}, not \"{text}\"");
        return otherwise;
    }
}
