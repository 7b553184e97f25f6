using System.Reflection;
using System.Text.Json.Serialization;
using AiFixer.Core.Incidents.Events;

namespace AiFixer.Tests.Core.Incidents.Samples;

/// <summary>What releases wrote: one file per name of an event, and one snapshot, in a folder per release.</summary>
internal static class SampleFiles
{
    public const string Snapshot = "snapshot.json";

    private static readonly string Folder = Find();

    /// <summary>The names of events in the journal, such as <c>opened/1</c>, and their types.</summary>
    public static IReadOnlyDictionary<string, Type> Catalogue { get; } = typeof(IncidentEvent)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(known => (string)known.TypeDiscriminator!, known => known.DerivedType);

    public static IEnumerable<string> Releases => Directory.EnumerateDirectories(Folder, "release-*").Select(folder => Path.GetFileName(folder));

    public static IEnumerable<(string Release, string Name)> Events =>
        from release in Releases
        from file in Directory.EnumerateFiles(Path.Combine(Folder, release), "*.json")
        where Path.GetFileName(file) != Snapshot
        select (release, NameOf(file));

    /// <summary>Every file, such as <c>release-0.1/opened.1.json</c>.</summary>
    public static IReadOnlySet<string> All { get; } = Releases
        .SelectMany(release => Directory.EnumerateFiles(Path.Combine(Folder, release)).Select(file => $"{release}/{Path.GetFileName(file)}"))
        .ToHashSet();

    /// <summary>The digests that were written down when they were added.</summary>
    public static IReadOnlyDictionary<string, string> Digests { get; } = File.ReadLines(Path.Combine(Folder, "digests.txt"))
        .Select(line => line.Split("  ")).ToDictionary(parts => parts[1], parts => parts[0]);

    public static byte[] ReadEvent(string release, string name) => Read(release, name.Replace('/', '.') + ".json");

    public static byte[] Read(string release, string file) => File.ReadAllBytes(Path.Combine(Folder, release, file));

    /// <summary><c>opened.1.json</c> holds an <c>opened/1</c>.</summary>
    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file).Replace('.', '/');

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AiFixer.sln")))
            folder = folder.Parent;
        return Path.Combine(
            folder?.FullName ?? throw new DirectoryNotFoundException("The tests are not inside the repository."),
            "tests/AiFixer.Tests/Core/Incidents/Samples");
    }
}
