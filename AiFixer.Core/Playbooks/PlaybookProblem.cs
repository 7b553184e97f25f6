namespace AiFixer.Core.Playbooks;

/// <summary>What is wrong with a playbook.</summary>
/// <param name="Field">Where, such as <c>action.params.container</c>; empty for the whole.</param>
/// <param name="Line">Where in its text, from 1; 0 when it is nowhere in particular.</param>
/// <param name="Problem">The end of a sentence that begins with the field.</param>
public sealed record PlaybookProblem(string Field, int Line, string Problem)
{
    public override string ToString() =>
        $"{(Line > 0 ? $"line {Line}: " : "")}{(Field.Length > 0 ? $"{Field} " : "it ")}{Problem}";
}
