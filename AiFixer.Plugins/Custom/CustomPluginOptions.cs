namespace AiFixer.Plugins.Custom;

/// <summary>Plugins of your own: the section <c>Plugins:Custom</c>.</summary>
public sealed class CustomPluginOptions
{
    /// <summary>Where they are: <c>NAME/NAME.dll</c> and <c>NAME.yaml</c>. Nothing is loaded when it is not there.</summary>
    public string Folder { get; set; } = "custom_plugins";

    /// <summary>How often the folder is looked at for changes.</summary>
    public TimeSpan ScanEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How much managed memory the process of one assembly may use.</summary>
    public int MemoryMegabytes { get; set; } = 256;

    /// <summary>How long the process of an assembly may take to start.</summary>
    public TimeSpan StartTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a call may go on after its time is up before its process is ended.</summary>
    public TimeSpan StopGrace { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The programs that YAML files may run, by full path. None may when it is empty: a file alone runs nothing.</summary>
    public List<string> Programs { get; init; } = [];

    internal IEnumerable<string> Problems(string key)
    {
        if (ScanEvery < TimeSpan.FromMilliseconds(100) || ScanEvery > TimeSpan.FromHours(1))
            yield return $"{key}:{nameof(ScanEvery)}: must be between 100 milliseconds and 1 hour";
        if (MemoryMegabytes is < 32 or > 65536)
            yield return $"{key}:{nameof(MemoryMegabytes)}: must be between 32 and 65536";
        if (StartTimeout < TimeSpan.FromSeconds(1) || StartTimeout > TimeSpan.FromMinutes(5))
            yield return $"{key}:{nameof(StartTimeout)}: must be between 1 second and 5 minutes";
        if (StopGrace < TimeSpan.Zero || StopGrace > TimeSpan.FromMinutes(1))
            yield return $"{key}:{nameof(StopGrace)}: must be between 0 and 1 minute";
        foreach (var (index, program) in Programs.Index().Where(one => !IsPlainPath(one.Item)))
            yield return $"{key}:{nameof(Programs)}:{index}: must be a program's full path, not '{OutsideText.Line(program, 100)}'";
    }

    private static bool IsPlainPath(string program) =>
        program.StartsWith('/') && !program.EndsWith('/') && Path.GetFullPath(program) == program;
}
