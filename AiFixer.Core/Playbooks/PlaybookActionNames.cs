namespace AiFixer.Core.Playbooks;

/// <summary>Action types as people write them: <c>DOCKER_RESTART</c>.</summary>
public static class PlaybookActionNames
{
    private static readonly (PlaybookActionType Type, string Name)[] Table =
    [
        (PlaybookActionType.DockerRestart, "DOCKER_RESTART"),
        (PlaybookActionType.SshCmd, "SSH_CMD"),
        (PlaybookActionType.AlertOnly, "ALERT_ONLY"),
        (PlaybookActionType.WaitRetry, "WAIT_RETRY"),
        (PlaybookActionType.Plugin, "PLUGIN"),
    ];

    public static string All => string.Join(", ", Table.Select(row => row.Name));

    public static string Of(PlaybookActionType type) => Array.Find(Table, row => row.Type == type).Name;

    public static PlaybookActionType? Parse(string text) =>
        Array.FindIndex(Table, row => row.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? Table[at].Type : null;
}
