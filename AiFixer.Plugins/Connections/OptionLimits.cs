namespace AiFixer.Plugins.Connections;

/// <summary>Limits that options of several families have in common.</summary>
internal static class OptionLimits
{
    public static IEnumerable<string> Duration(string key, TimeSpan value, TimeSpan most)
    {
        if (value <= TimeSpan.Zero || value > most)
            yield return $"{key}: must be more than 0 and at most {Text(most)}";
    }

    public static IEnumerable<string> Count(string key, int value, int least, int most)
    {
        if (value < least || value > most)
            yield return $"{key}: must be between {least} and {most}";
    }

    private static string Text(TimeSpan time) =>
        time.TotalMinutes > 1 ? $"{time.TotalMinutes:0} minutes" : $"{time.TotalSeconds:0} seconds";
}
