using System.Globalization;
using System.Text;

namespace AiFixer.Plugins.Ssh;

/// <summary>
/// The configuration file that ssh is given in place of the user's and the system's: a jump host is reached by a second ssh,
/// which takes nothing of the first one's command line but this file.
/// </summary>
internal static class SshConfiguration
{
    private const string ForAll =
        """
        Host *
          BatchMode yes
          StrictHostKeyChecking yes
          GlobalKnownHostsFile /dev/null
          UpdateHostKeys no
          VerifyHostKeyDNS no
          PreferredAuthentications publickey
          PasswordAuthentication no
          KbdInteractiveAuthentication no
          IdentitiesOnly yes
          IdentityAgent none
          ForwardAgent no
          ForwardX11 no
          ClearAllForwardings yes
          PermitLocalCommand no
          ControlMaster no
          ControlPath none
          ConnectionAttempts 1
          ServerAliveInterval 5
          ServerAliveCountMax 3
          RequestTTY no
          EscapeChar none
          LogLevel ERROR

        """;

    public static string Of(string name, IReadOnlyDictionary<string, SshHostOptions> hosts)
    {
        var text = new StringBuilder();
        for (var next = name; !string.IsNullOrEmpty(next); next = hosts[next].Jump)
            Append(text, next, hosts[next]);
        return text.Append(ForAll).ToString();
    }

    private static void Append(StringBuilder text, string name, SshHostOptions host)
    {
        text.Append(CultureInfo.InvariantCulture, $"""
            Host {name}
              HostName {host.Address}
              Port {host.Port}
              User {host.User}
              IdentityFile {host.IdentityFile}
              UserKnownHostsFile {host.KnownHosts}
              ConnectTimeout {Math.Max(1, (int)host.ConnectTimeout.TotalSeconds)}

            """);
        if (!string.IsNullOrEmpty(host.Jump))
            text.Append(CultureInfo.InvariantCulture, $"  ProxyJump {host.Jump}\n");
    }
}
