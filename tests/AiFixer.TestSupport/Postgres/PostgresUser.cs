namespace AiFixer.TestSupport;

/// <summary>PostgreSQL refuses to run as root; then it runs as the user its package made.</summary>
internal static class PostgresUser
{
    private const string Name = "postgres";

    private static bool IsRoot { get; } = Libc.EffectiveUser() == 0;

    /// <summary>The command as that user. It replaces its wrapper, so the process id is the server's own.</summary>
    public static ChildProcessOptions Command(string program, params IReadOnlyList<string> arguments) =>
        IsRoot
            ? new("setpriv", [$"--reuid={Name}", $"--regid={Name}", "--init-groups", program, .. arguments]) { WorkingDirectory = "/" }
            : new(program, arguments);

    public static Task MakeFolderAsync(string folder) =>
        ChildProcess.RunAsync(IsRoot
            ? new("install", "-d", "-m", "700", "-o", Name, "-g", Name, folder)
            : new("install", "-d", "-m", "700", folder));
}
