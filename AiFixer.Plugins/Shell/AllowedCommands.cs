namespace AiFixer.Plugins.Shell;

/// <summary>An allow-list: finds the shape a command has.</summary>
internal sealed class AllowedCommands(IEnumerable<CommandShape> shapes, IReadOnlyList<string> folders)
{
    private readonly List<CommandShape> all = [.. shapes];
    private readonly ValueTypes types = new(folders);

    public bool IsEmpty => all.Count == 0;

    /// <summary>The command as it may be run, or why not.</summary>
    public AllowedCommand Check(IReadOnlyList<string> argv)
    {
        var sameProgram = all.Where(s => s.Program == argv[0]).ToList();
        if (sameProgram.Count == 0)
            return AllowedCommand.Refused($"'{OutsideText.Line(argv[0], 60)}' may not be run; there are {string.Join(", ", all.Select(s => s.Program).Distinct())}");
        foreach (var shape in sameProgram)
            if (shape.Match([.. argv.Skip(1)], types) is { } resolved)
                return new([argv[0], .. resolved], null);
        return AllowedCommand.Refused($"{argv[0]} may be run as: {string.Join("; ", sameProgram.Select(s => s.Text))}");
    }
}
