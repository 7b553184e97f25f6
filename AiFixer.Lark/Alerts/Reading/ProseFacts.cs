using System.Text.RegularExpressions;

namespace AiFixer.Lark.Alerts;

/// <summary>What a sentence names in so many words: a pod, a workload, a namespace, a service, a node.</summary>
internal static partial class ProseFacts
{
    private static readonly HashSet<string> NoNames =
        ["is", "are", "was", "the", "a", "an", "in", "of", "on", "has", "have", "and", "or", "not", "for", "with", "to", "at", "by", "pod", "pods", "down", "service", "namespace", "node"];

    public static IEnumerable<(string Label, string Value)> Of(string text)
    {
        if (Generated().Match(text) is { Success: true } pod)
        {
            yield return ("pod", pod.Groups["pod"].Value);
            if (pod.Groups["space"] is { Success: true } space)
                yield return ("namespace", space.Value);
        }

        foreach (Match match in Named().Matches(text))
        {
            foreach (var label in (string[])["namespace", "service", "node", "deployment", "statefulset", "daemonset", "pod"])
            {
                if (match.Groups[label] is { Success: true } name && !NoNames.Contains(name.Value) && (label != "node" || name.ValueSpan.ContainsAnyInRange('0', '9')))
                    yield return (label, name.Value);
            }
        }
    }

    // Such as Deployments and their like make: no vowels in what is generated.
    [GeneratedRegex(@"(?<![a-z0-9-])(?:(?<space>[a-z][a-z0-9-]{0,62})/)?(?<pod>[a-z][a-z0-9-]{0,200}-[bcdfghjklmnpqrstvwxz2456789]{6,10}-[bcdfghjklmnpqrstvwxz2456789]{5})(?![a-z0-9-])")]
    private static partial Regex Generated();

    [GeneratedRegex(
        @"(?:\bnamespace|\bns|命名空间)[ :：=""]{1,3}(?<namespace>[a-z0-9][a-z0-9-]{0,62})|(?<![a-z0-9-])(?<namespace>[a-z][a-z0-9-]{1,62})[ ]?命名空间|\bservice[ :：=""]{1,3}(?<service>[a-z][a-z0-9-]{1,62})|(?<![a-zA-Z0-9-])(?<service>[a-z][a-z0-9-]{1,62})(?:[ ]?服务|[ ]service\b)|(?:\bnode|节点)[ :：=""]{1,3}(?<node>[a-z][a-z0-9.-]{0,100}[a-z0-9])|\bdeploy(?:ment)?[/ ](?<deployment>[a-z][a-z0-9-]{1,62})|\b(?:statefulset|sts)[/ ](?<statefulset>[a-z][a-z0-9-]{1,62})|\b(?:daemonset|ds)[/ ](?<daemonset>[a-z][a-z0-9-]{1,62})|\b[Pp]od[ :：""]{1,3}(?:(?<namespace>[a-z][a-z0-9-]{0,62})/)?(?<pod>[a-z][a-z0-9-]{1,62}-[0-9]{1,4})(?![a-z0-9-])")]
    private static partial Regex Named();
}
