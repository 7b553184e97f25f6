using System.Text.RegularExpressions;

namespace AiFixer.Lark.Alerts;

/// <summary>What there is in a message to judge it by.</summary>
internal sealed record AlertText
{
    public required MessageText Message { get; init; }

    public required Headline Headline { get; init; }

    public required IReadOnlyList<AlertBlock> Blocks { get; init; }

    public required IReadOnlyList<PodRow> Rows { get; init; }

    /// <summary>What it is about, in its own words: of the first line, or of the next when that is only a heading.</summary>
    public required string Subject { get; init; }

    /// <summary>What is neither a field nor printed by a program: how people talk.</summary>
    public required string Prose { get; init; }

    /// <summary>Whether it has one of the forms that somebody has described.</summary>
    public required bool HasOwnForm { get; init; }

    public static AlertText Of(MessageText message, IReadOnlyList<Regex> templates)
    {
        var form = templates.Select(template => template.Match(message.Whole)).FirstOrDefault(match => match.Success);
        IReadOnlyList<Field> fields = [.. FieldReader.Read(message.Lines), .. form is null ? [] : OwnFields(form)];
        var rows = PodTable.Read(message.Lines);
        var used = fields.Select(field => field.Line).ToHashSet();
        var free = message.Lines.Index().Where(line => line.Item.Length > 0 && !used.Contains(line.Index)).Select(line => line.Item).ToList();
        var first = message.Lines.FirstOrDefault(line => line.Length > 0) ?? "";
        var headline = HeadlineReader.Read(first);
        var prose = free.Where(line => !PodTable.IsPart(line)).ToList();
        return new()
        {
            Message = message,
            Headline = headline,
            Blocks = AlertBlocks.Of(message.Lines, fields),
            Rows = rows,
            Subject = headline.Rest.Length > 0 && free.Contains(first) ? headline.Rest : SubjectOf(prose.Where(line => line != first)),
            Prose = string.Join('\n', prose),
            HasOwnForm = form is not null,
        };
    }

    private static IEnumerable<Field> OwnFields(Match form) =>
        form.Groups.Values.Where(group => group is { Success: true, Length: > 0 } && !char.IsAsciiDigit(group.Name[0]))
            .Select(group => new Field(0, FieldNames.Meaning(group.Name) ?? group.Name, group.Value.Trim()));

    private static string SubjectOf(IEnumerable<string> lines) =>
        lines.Select(line => HeadlineReader.Read(line).Rest).FirstOrDefault(rest => rest.Length > 0 && rest != MessageText.Rule) ?? "";
}
