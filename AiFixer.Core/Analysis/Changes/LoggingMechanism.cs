namespace AiFixer.Core.Analysis.Changes;

/// <summary>Changes that make a program write much more to its log.</summary>
internal static class LoggingMechanism
{
    private static readonly string[] Levels = ["trace", "debug", "info", "warn", "error"];

    public static (double, string)? Louder(ReadChange change) =>
        LimitMechanisms.Setting(change, s => SettingWords.IsLogging(s) && IsLouder(s), s => $"turns {s.Key} from {s.From} to {s.To}")
        ?? LimitMechanisms.Setting(change, s => s.Raised && s.Factor >= 2 && Text.Has(s.Key, "sampl|verbos"), s => $"raises {s.Key} from {s.From} to {s.To}");

    private static bool IsLouder(SettingChange s)
    {
        var (from, to) = (Array.IndexOf(Levels, s.From.ToLowerInvariant()), Array.IndexOf(Levels, s.To.ToLowerInvariant()));
        return (from >= 0 && to >= 0 && to < from) || (Text.Has(s.Key, "debug|verbose|trace") && s.To.ToLowerInvariant() is "true" or "on" or "yes");
    }
}
