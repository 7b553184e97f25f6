using System.Globalization;
using System.Text;

namespace AiFixer.Plugins.Custom;

/// <summary>The folder with plugins of one's own.</summary>
internal sealed class CustomFolder(string path)
{
    private const int MostFiles = 2000;
    private const UnixFileMode WritableByAll = UnixFileMode.OtherWrite;

    public IReadOnlyList<CustomSource> Look()
    {
        if (!Directory.Exists(path))
            return [];
        var open = Open(path);
        var assemblies = Directory.EnumerateDirectories(path).Select(Assembly).OfType<CustomSource>();
        var declared = Directory.EnumerateFiles(path).Where(IsYaml).Select(Declared);
        return [.. assemblies.Concat(declared).Select(source => source with { Problem = open ?? source.Problem }).OrderBy(source => source.Name, StringComparer.Ordinal)];
    }

    private static CustomSource? Assembly(string folder)
    {
        var name = Path.GetFileName(folder);
        var assembly = Path.Combine(Path.GetFullPath(folder), name + ".dll");
        if (!File.Exists(assembly))
            return null;
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Take(MostFiles + 1).Order(StringComparer.Ordinal).ToList();
        var problem = files.Count > MostFiles ? $"it has more than {MostFiles} files" : files.Prepend(folder).Select(Open).FirstOrDefault(p => p is not null);
        return new(name, assembly, CustomKind.Assembly, Mark(files), problem);
    }

    private static CustomSource Declared(string file) =>
        new(Path.GetFileName(file), Path.GetFullPath(file), CustomKind.Declared, Mark([file]), Open(file));

    private static bool IsYaml(string file) => Path.GetExtension(file) is ".yaml" or ".yml";

    /// <summary>Whoever can write it can run what they like with our rights.</summary>
    private static string? Open(string file)
    {
        try
        {
            return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & WritableByAll) != 0
                ? $"everybody may write {Path.GetFileName(file)}: take that right away (chmod o-w)"
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{Path.GetFileName(file)} cannot be read: {e.Message}";
        }
    }

    private static string Mark(IEnumerable<string> files)
    {
        var mark = new StringBuilder();
        foreach (var file in files.Select(file => new FileInfo(file)).Where(file => file.Exists))
            mark.Append(CultureInfo.InvariantCulture, $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks};");
        return mark.ToString();
    }
}
