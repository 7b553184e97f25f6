namespace AiFixer.Plugins.Kubernetes;

/// <summary>Which revision a rollback goes to, or why to none.</summary>
internal sealed record RollbackChoice(Revision? Revision, string? Impossible)
{
    public static RollbackChoice Of(Rollout rollout, long? wanted)
    {
        if (rollout.Deployment.Spec.Paused)
            return No($"{rollout.Name} is paused: resume its rollout first");
        if (Chosen(rollout, wanted ?? 0) is not { } chosen)
            return No(wanted is > 0
                ? $"{rollout.Name} has no revision {wanted} in its history"
                : $"{rollout.Name} has no earlier revision in its history");
        return TemplateText.Canonical(chosen.Set.Spec.Template) == TemplateText.Canonical(rollout.Deployment.Spec.Template)
            ? No($"{rollout.Name} is at revision {chosen.Number} already: its template is the same")
            : new(chosen, null);
    }

    /// <summary>The one before is the second highest number, which need not be the current one less one.</summary>
    private static Revision? Chosen(Rollout rollout, long wanted) =>
        wanted == 0 ? rollout.Revisions.ElementAtOrDefault(1) : rollout.Revisions.FirstOrDefault(r => r.Number == wanted);

    private static RollbackChoice No(string why) => new(null, why);
}
