namespace AiFixer.Plugins.Shell;

/// <summary>Files of configured folders. Links are followed first: what counts is where the file really is.</summary>
internal static class ReadableFile
{
    /// <summary>Where the file really is; null when that is in none of the folders, or no plain file.</summary>
    public static string? Resolve(string path, IReadOnlyList<string> folders)
    {
        if (!path.StartsWith('/') || path.Contains('\0', StringComparison.Ordinal) || path.Length > 1000)
            return null;
        try
        {
            var real = RealPath(path);
            var inside = folders.Select(f => RealPath(f).TrimEnd('/') + "/").Any(f => real.StartsWith(f, StringComparison.Ordinal));
            return inside && FileKind.IsPlainFile(real) ? real : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string RealPath(string path)
    {
        var real = "/";
        foreach (var part in Path.GetFullPath(path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            real = File.ResolveLinkTarget(next, returnFinalTarget: true) is { } target ? RealPath(target.FullName) : next;
        }

        return real;
    }
}
