using System.Globalization;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>A deployment with its history, newest first.</summary>
internal sealed record Rollout(Deployment Deployment, IReadOnlyList<Revision> Revisions)
{
    public string Name => Deployment.Metadata.Name;

    /// <summary>The revision that has the deployment's template; none while the controller has yet to make it.</summary>
    public Revision? Current
    {
        get
        {
            var template = TemplateText.Canonical(Deployment.Spec.Template);
            return Revisions.FirstOrDefault(r => TemplateText.Canonical(r.Set.Spec.Template) == template);
        }
    }

    /// <summary>The current revision's number, as well as it can be told.</summary>
    public long? CurrentNumber => Current?.Number ?? NumberOf(Deployment.Metadata) ?? Revisions.Select(r => (long?)r.Number).FirstOrDefault();

    public static long? NumberOf(ObjectMeta metadata) =>
        long.TryParse(metadata.Annotation(WellKnown.Revision), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
