using AiFixer.Playground.Api;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Selectors;

/// <summary>Field selectors: <c>a=b,c!=d</c> over the fields each type offers.</summary>
internal sealed class FieldSelector(IReadOnlyList<(string Field, bool Equal, string Value)> terms)
{
    public bool Matches(StoredObject target) =>
        terms.All(term => SelectableFields.Read(target, term.Field) == term.Value == term.Equal);

    public static Result<FieldSelector> Parse(ResourceType type, string? text)
    {
        var terms = new List<(string, bool, string)>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
                return StatusError.BadRequest($"invalid selector: '{part}'; can't understand '{part}'");
            var equal = part[at - 1] != '!';
            var field = part[..(equal ? at : at - 1)].Trim();
            if (!SelectableFields.Knows(type, field))
                return StatusError.BadRequest($"field label not supported: {field}");
            terms.Add((field, equal, part[(at + 1)..].TrimStart('=').Trim()));
        }

        return new FieldSelector(terms);
    }
}
