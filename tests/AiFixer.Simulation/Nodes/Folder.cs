using AiFixer.TestSupport;

namespace AiFixer.Simulation.Nodes;

/// <summary>Where processes of runs of one thread keep their key; nothing else of theirs is in files.</summary>
internal static class Folder
{
    [ThreadStatic]
    private static TempFolder? folder;

    public static string OfThisThread => (folder ??= new TempFolder()).Path;
}
