namespace AiFixer.Plugins.Shell;

/// <summary>Answer of <c>shell.exec</c>.</summary>
internal sealed record ShellData(IReadOnlyList<string> Command, int ExitCode, string Output, string Errors, long DroppedBytes);
