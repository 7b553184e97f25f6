namespace AiFixer.Playground.Models;

/// <summary>Steps in a row; who asks for more than there are gets the last one again.</summary>
public sealed class ModelSteps(params IReadOnlyList<ModelStep> steps) : IModelScript
{
    private int next;

    /// <inheritdoc />
    public ModelStep Next(ModelRequest request) =>
        steps.Count == 0 ? ModelStep.Fail(500, "api_error", "nothing is scripted") : steps[Math.Min(next++, steps.Count - 1)];
}
