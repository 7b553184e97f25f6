using System.ComponentModel;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Durability;

/// <summary>What a program started under strace asks the kernel to bring to disk; one file a thread, one line a call that has ended.</summary>
internal sealed class TracedSyncs : IDisposable
{
    private readonly TempFolder folder = new();

    /// <summary>What to start the program under.</summary>
    public IReadOnlyList<string> Under => ["strace", "-ff", "--seccomp-bpf", "-y", "-e", "trace=fsync,fdatasync", "-o", folder.File("calls")];

    public static async Task<bool> IsAllowedAsync()
    {
        try
        {
            await ChildProcess.RunAsync(new("strace", "-o", "/dev/null", "true"));
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }

    /// <summary>How often a file was brought to disk.</summary>
    public int Of(string file) => Directory.EnumerateFiles(folder.Path).Sum(calls => Lines(calls).Count(line => IsSync(line, file)));

    public void Dispose() => folder.Dispose();

    private static bool IsSync(string line, string file) =>
        line.Contains($"/{file}>)", StringComparison.Ordinal) && line.EndsWith("= 0", StringComparison.Ordinal);

    /// <summary>As it is while it is written to.</summary>
    private static List<string> Lines(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            lines.Add(line);
        return lines;
    }
}
