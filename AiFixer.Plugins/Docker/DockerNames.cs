namespace AiFixer.Plugins.Docker;

/// <summary>What names of containers, services and projects look like. None begins with a sign.</summary>
internal static class DockerNames
{
    public const string Pattern = "^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$";

    public const string Schema = """{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$"}""";
}
