using AiFixer.Core.Journal;

namespace AiFixer.Storage.Writing;

/// <summary>Verdicts that are always the same.</summary>
internal static class Verdicts
{
    public static AppendVerdict Stale { get; } = new AppendVerdict.Stale();

    public static AppendVerdict Full { get; } = new AppendVerdict.Full();

    public static AppendVerdict LeaseLost { get; } = new AppendVerdict.LeaseLost();
}
