using AiFixer.Core.Playbooks;
using AiFixer.Core.Playbooks.Reading;

namespace AiFixer.Tests.Core.Playbooks.Reading;

/// <summary>Pieces of files, each field in a line of its own.</summary>
internal static class Source
{
    /// <summary>A map in line 1 whose fields are in the lines below.</summary>
    public static SourceNode.Map Map(params (string Name, SourceNode Value)[] fields) =>
        new(1, [.. fields.Select((field, index) => new SourceField(field.Name, index + 2, field.Value))]);

    public static SourceNode.List List(params SourceNode[] items) => new(1, items);

    public static SourceNode Plain(string text) => new SourceNode.Text(1, text, IsQuoted: false);

    public static SourceNode Quoted(string text) => new SourceNode.Text(1, text, IsQuoted: true);

    /// <summary>What reading one field says is wrong, each as people see it.</summary>
    public static string[] Problems(SourceNode? node, Action<SourceFields> read)
    {
        var problems = new List<PlaybookProblem>();
        read(new SourceFields(node, "part.", problems));
        return [.. problems.Select(problem => problem.ToString())];
    }

    public static T Read<T>(SourceNode node, Func<SourceFields, T> read)
    {
        var problems = new List<PlaybookProblem>();
        var value = read(new SourceFields(node, "", problems));
        problems.ShouldBeEmpty();
        return value;
    }
}
