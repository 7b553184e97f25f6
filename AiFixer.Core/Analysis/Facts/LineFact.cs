namespace AiFixer.Core.Analysis.Facts;

/// <summary>A line of a log.</summary>
/// <param name="Service">Whose it is; empty where no label says.</param>
/// <param name="Level">As its writer called it, in small letters; empty where unknown.</param>
public sealed record LineFact(DateTimeOffset At, string Service, string Level, string Text, string Evidence)
{
    /// <summary>It tells of trouble, by its level or, where it has none, by its words.</summary>
    public bool IsTrouble => Level is "" ? Trouble.InWords(Text) : Trouble.Levels.Contains(Level);

    /// <summary>It tells of a failure and not only of something odd.</summary>
    public bool IsError => Level is "" ? Trouble.InWords(Text) : Trouble.Worst.Contains(Level);
}
