using AiFixer.Plugins.Ssh;

namespace AiFixer.Plugins.Checks;

/// <summary>Logs in to a host as a command would, and asks Docker there which it is: that changes nothing.</summary>
internal sealed class SshCheck(string name, SshHosts hosts) : IConnectionCheck
{
    private const int NoCommand = 126;
    private const int NoProgram = 127;
    private static readonly string[] Question = ["docker", "version"];

    public string Subject => $"ssh host '{name}'";

    private string Key => $"{PluginsOptions.Section}:{nameof(PluginsOptions.Ssh)}:{name}";

    private SshHostOptions Host => hosts[name];

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        var report = await hosts.Runner.AskAsync(name, Question, cancellationToken);
        return report switch
        {
            { Succeeded: true } => new(Subject, FindingState.Fine, $"lets {Host.User} in, who may use Docker", Version: Version(report.Output)),
            { Ending: SshEnding.Answered } when hosts.IsWay(name) => new(Subject, FindingState.Fine, $"lets {Host.User} in, on the way to others; nothing can be restarted on it itself"),
            { Ending: SshEnding.Answered } => new(Subject, FindingState.Limited, report.Message, Remedy(report)),
            _ => new(Subject, FindingState.Broken, report.Message, Cure(report)),
        };
    }

    private string Remedy(SshReport report) => report switch
    {
        { Code: NoCommand or NoProgram } => $"install Docker's command line there, or put it into the PATH of {Host.User} for commands over ssh",
        _ when Says(report, "permission denied") => $"let {Host.User} use Docker there (usually the group docker), or name another account in {Key}:User",
        _ when Says(report, "Cannot connect to the Docker daemon") => "start Docker there (systemctl status docker), or let DOCKER_HOST of that account name its socket",
        _ => $"run `docker version` there as {Host.User}; a key that is bound to some commands alone (command= in authorized_keys) must allow it, docker inspect and docker events",
    };

    private string Cure(SshReport report) => report switch
    {
        _ when Says(report, "Host key verification failed") =>
            $"compare the key that {Where} shows (ssh-keyscan -p {Host.Port} {Host.Address}) with the one on the machine itself (/etc/ssh/ssh_host_*_key.pub), then put it into the file that {Key}:KnownHosts names",
        _ when Says(report, "Permission denied (") =>
            $"put the public half of {Host.IdentityFile} into ~{Host.User}/.ssh/authorized_keys of {Where}, and let only the user AiFixer runs as read the private one (chmod 600)",
        _ when Says(report, "Could not resolve hostname") => $"correct {Key}:Address: there is no such name from here",
        _ when Says(report, "Connection refused") => $"start sshd on {Where}, or correct {Key}:Port",
        { Ending: SshEnding.Lost } => "it was let in and then cut off: look into sshd's log on that machine",
        _ => $"check {Key}:Address and Port, and whether a firewall drops what we send{(Jump is null ? "" : $"; it is reached through '{Jump}', which must let the connection through (AllowTcpForwarding, PermitOpen)")}",
    };

    private string? Jump => string.IsNullOrEmpty(Host.Jump) ? null : Host.Jump;

    /// <summary>Whose fault it is on the way to a host behind another is not told apart.</summary>
    private string Where => Jump is null ? Host.Address : $"{Host.Address}, or of '{Jump}' on the way there,";

    private static bool Says(SshReport report, string words) => report.Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>The client says its version first, the engine its own below.</summary>
    private static string? Version(string output)
    {
        var engine = output.Split('\n').SkipWhile(line => !line.StartsWith("Server", StringComparison.Ordinal));
        var line = engine.FirstOrDefault(line => line.TrimStart().StartsWith("Version:", StringComparison.Ordinal));
        return line is null ? null : OutsideText.Line(line.Split(':', 2)[1].Trim(), 60);
    }
}
