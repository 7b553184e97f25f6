namespace AiFixer.Tests.Repository;

/// <summary>The bugs that the simulation must find can still be planted where they were made for.</summary>
public sealed class PlantTests
{
    private const int Plants = 21;

    private static string Folder => Path.Combine(RepositoryFolder.Root, "tests", "AiFixer.Simulation", "plants");

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder, "*.patch").Select(path => Path.GetFileName(path)!)];

    [Fact]
    public void All_are_there() => Names.Count.ShouldBe(Plants);

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_plant_replaces_is_in_the_sources_as_it_was(string name)
    {
        var hunks = Hunks(File.ReadAllLines(Path.Combine(Folder, name)));

        hunks.ShouldNotBeEmpty();
        hunks.ShouldAllBe(hunk => Sources(hunk.File).Contains(hunk.Before, StringComparison.Ordinal));
    }

    private static string Sources(string file) => $"\n{string.Join('\n', File.ReadAllLines(Path.Combine(RepositoryFolder.Root, file)))}\n";

    /// <summary>The lines that a hunk expects, with the file that it expects them in.</summary>
    private static List<(string File, string Before)> Hunks(IReadOnlyList<string> patch)
    {
        var hunks = new List<(string File, string Before)>();
        var file = "";
        foreach (var line in patch)
        {
            if (line.StartsWith("--- a/", StringComparison.Ordinal))
                file = line["--- a/".Length..];
            else if (line.StartsWith("@@", StringComparison.Ordinal))
                hunks.Add((file, "\n"));
            else if (hunks.Count > 0 && line is [' ' or '-', ..])
                hunks[^1] = (hunks[^1].File, $"{hunks[^1].Before}{line[1..]}\n");
        }

        return hunks;
    }
}
