using AiFixer.Core.Classes;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Playbooks.Reading;

namespace AiFixer.Hosting.Playbooks;

/// <summary>From a text to a playbook, or to rules of classes.</summary>
public static class PlaybookText
{
    public static Playbook? Read(string id, string text, List<PlaybookProblem> problems) =>
        YamlNodes.Read(text, problems) is { } root ? PlaybookReader.Read(id, root, problems) : null;

    public static ErrorClassRules? ReadClasses(string text, List<PlaybookProblem> problems) =>
        YamlNodes.Read(text, problems) is { } root ? ErrorClassReader.Read(root, problems) : null;

    /// <summary>The lines of fields, for problems that are found later.</summary>
    public static int LineOf(string text, params ReadOnlySpan<string> path)
    {
        var node = YamlNodes.Read(text, []);
        var line = 0;
        foreach (var name in path)
        {
            if (node is not SourceNode.Map map || map.Fields.FirstOrDefault(field => field.Name == name) is not { } field)
                break;
            (node, line) = (field.Value, field.Line);
        }

        return line;
    }
}
