namespace AiFixer.Core.Analysis.Changes;

/// <summary>Services are called a little differently in folders, in labels and in traces.</summary>
internal static class ServiceNames
{
    private static readonly string[] Endings = ["service", "svc", "server", "app", "api", "srv"];
    private static readonly string[] Folders = ["services", "service", "apps", "app", "cmd", "svc", "components", "microservices", "src"];

    public static bool Same(string one, string other) => one == other || (Core(one) is { Length: >= 3 } core && core == Core(other));

    /// <summary>A file lies in the folder of that service.</summary>
    public static bool Owns(string service, string path) =>
        path.Split('/')[..^1].Any(folder => Same(folder, service) || (Core(folder) is { Length: >= 4 } core && Core(service).StartsWith(core, StringComparison.Ordinal)));

    /// <summary>The service in whose folder a file lies, by the usual names of folders.</summary>
    public static string? InPath(string path)
    {
        var parts = path.Split('/');
        var at = Array.FindIndex(parts, part => Folders.Contains(part, StringComparer.Ordinal));
        return at >= 0 && at + 2 < parts.Length ? parts[at + 1] : null;
    }

    private static string Core(string name)
    {
        var core = new string([.. name.ToLowerInvariant().Where(char.IsLetterOrDigit)]);
        var ending = Endings.FirstOrDefault(e => core.Length > e.Length + 2 && core.EndsWith(e, StringComparison.Ordinal));
        return ending is null ? core : core[..^ending.Length];
    }
}
