namespace AiFixer.Plugins.Ssh;

/// <summary>One host that commands may be sent to, and how it is known.</summary>
public sealed class SshHostOptions
{
    /// <summary>Its name in DNS, or its address.</summary>
    public string Address { get; set; } = "";

    /// <summary>The port of its ssh service.</summary>
    public int Port { get; set; } = 22;

    /// <summary>Who to log in as.</summary>
    public string User { get; set; } = "";

    /// <summary>The private key; better one that the host allows these commands alone.</summary>
    public string IdentityFile { get; set; } = "";

    /// <summary>The file with the host's public key. A host that shows another one is not talked to.</summary>
    public string KnownHosts { get; set; } = "";

    /// <summary>Another of the configured hosts, to go through.</summary>
    public string? Jump { get; set; }

    /// <summary>The folder of the host's compose project; where one logs in when empty.</summary>
    public string? ComposeFolder { get; set; }

    /// <summary>How long it may take to connect.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a command may run.</summary>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(60);
}
