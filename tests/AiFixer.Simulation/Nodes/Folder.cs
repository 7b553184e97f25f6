using AiFixer.TestSupport;

namespace AiFixer.Simulation.Nodes;

/// <summary>What processes of one run keep in files. The key is made once for all runs of a thread.</summary>
internal sealed class Folder(int seed) : IDisposable
{
    [ThreadStatic]
    private static TempFolder? ofThisThread;

    public static string Keys => (ofThisThread ??= new TempFolder()).Path;

    public string Path { get; } = System.IO.Path.Combine(Keys, $"run-{seed}");

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
