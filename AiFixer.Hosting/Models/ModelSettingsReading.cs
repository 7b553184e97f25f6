using System.Globalization;
using AiFixer.Hosting.Configuration;

namespace AiFixer.Hosting.Models;

/// <summary>What only settings of models need.</summary>
internal static class ModelSettingsReading
{
    /// <summary>A misspelt key would silently leave a default in force.</summary>
    public static void RefuseOthers(this SettingsReader settings, IReadOnlyCollection<string> names)
    {
        foreach (var name in settings.Names.Where(name => !names.Contains(name, StringComparer.OrdinalIgnoreCase)))
            settings.Problems.Add(settings.Key(name), $"is no setting; there are {string.Join(", ", names)}");
    }

    /// <summary>A number from zero that may have decimals.</summary>
    public static decimal Amount(this SettingsReader settings, string name, decimal otherwise, decimal most)
    {
        if (settings.Text(name) is not { } text)
            return otherwise;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount >= 0 && amount <= most)
            return amount;
        settings.Problems.Add(settings.Key(name), string.Create(CultureInfo.InvariantCulture, $"must be a number from 0 to {most}, not \"{text}\""));
        return otherwise;
    }
}
