using AiFixer.Core.Analysis.Causes;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>Copies that cannot start: no image, no setting, no room, no volume.</summary>
internal static class StartRules
{
    public static IEnumerable<Cause?> In(ClusterFacts facts) => [NoImage(facts), NotMade(facts), NoPlace(facts), NoAddress(facts), NoQuota(facts), NoVolume(facts)];

    private static Cause? NoImage(ClusterFacts facts)
    {
        var pods = facts.Standing.FindAll(p => p.CannotPull is not null);
        if (pods.IsEmpty)
            return null;
        var container = pods[0].CannotPull!;
        var said = facts.Events.Where(e => e.Reason == "Failed" && e.Message.Contains("pull", StringComparison.OrdinalIgnoreCase) && pods.Exists(p => p.Name == e.Name)).ToList();
        var why = string.Join(' ', said.Select(e => e.Message).Append(container.WaitingMessage ?? ""));
        var absent = Changes.Text.Has(why, "not found|manifest unknown|does not exist|invalid reference|name unknown|InvalidImageName");
        var denied = Changes.Text.Has(why, "unauthori|denied|forbidden|authentication|401|403|pull access");
        var registry = !absent && !denied && Changes.Text.Has(why, "timeout|timed out|connection refused|unavailable|no such host|i/o|50[0-9]|too many requests|429|reset");
        var reason = absent ? $"the registry has no such image (manifest unknown or not found)" : denied ? "the registry refuses access" : registry ? "the registry cannot be reached" : "it cannot be pulled";
        return Say.Cause(
            registry ? Categories.ExternalProvider : Categories.ConfigurationError, absent || denied ? 0.95 : 0.85,
            $"{Upper(Say.Pods(pods))} cannot pull the image {container.Image}: {container.Waiting}, {reason}. The rollout of the new ReplicaSet stalls{Serving(facts)}. {Said(container.WaitingMessage)}",
            registry ? "escalate-upstream" : "rollback", [.. said.Take(3).Select(e => Say.Event(facts, e)), Say.That(facts, $"{container.Name} waits: {container.Waiting}, image {container.Image}.", "pods")])
            with
        { Suggestions = registry || denied || !facts.IsNewest(pods) ? [] : Say.Fix(Remedies.Rollback(facts)), IsCertain = absent || denied };
    }

    private static Cause? NotMade(ClusterFacts facts)
    {
        var pods = facts.Standing.FindAll(p => p.CannotBeMade is not null);
        if (pods.IsEmpty)
            return null;
        var container = pods[0].CannotBeMade!;
        return Say.Cause(
            Categories.ConfigurationError, 0.95,
            $"{Upper(Say.Pods(pods))} cannot be started with the configuration given: {container.Waiting}: {Say.Words(container.WaitingMessage ?? "")}. The pod spec refers to something, such as a secret or config map key or a command, that is not there{Serving(facts)}.",
            "config-revert", [Say.That(facts, $"{container.Name} waits: {container.Waiting}: {container.WaitingMessage}.", "pods"), .. facts.Events.Where(e => e.Reason == "Failed").Take(2).Select(e => Say.Event(facts, e))])
            with
        { Suggestions = facts.IsNewest(pods) ? Say.Fix(Remedies.Rollback(facts)) : [], IsCertain = true };
    }

    /// <summary>The network gives it no address: the subnet or the machine has none left, or what hands them out fails.</summary>
    private static Cause? NoAddress(ClusterFacts facts)
    {
        var said = facts.Events.Where(e => e.Reason == "FailedCreatePodSandBox").ToList();
        if (said.Count == 0 || !facts.Standing.Exists(p => !p.Ready))
            return null;
        var words = string.Join(' ', said.Select(e => e.Message).Concat(facts.Events.Select(e => $"{e.Reason} {e.Message}")));
        var used = Changes.Text.Has(words, "assign an IP|no (free|available) (IP|address)|InsufficientFreeAddresses|address(es)? (exhaust|not available)|IPAM.*(full|exhaust)|no IP addresses available|free=0");
        var place = used ? null : OnlyNode(facts);
        return Say.Cause(
            used ? Categories.ResourceExhaustion : place is null ? Categories.Network : Categories.Infrastructure, used ? 0.93 : place is null ? 0.8 : 0.88,
            place is not null
                ? $"Node {place} gives no network to new pods (CNI, pod sandbox), so what is placed there does not start: {Say.Words(said[0].Message)}. On the other nodes pods of {facts.Workload} run, of the same version, so it is neither that nor the network as a whole."
                : used ? $"Pods of {facts.Workload} get no network address (IP): {Say.Words(said[0].Message)}. The subnet or the node has no free addresses left."
                : $"The network of pods of {facts.Workload} cannot be set up (CNI, pod sandbox): {Say.Words(said[0].Message)}.",
            used ? "scale" : "failover", [.. said.Take(3).Select(e => Say.Event(facts, e)), Say.That(facts, $"{facts.Standing.Count(p => !p.Ready)} pods are not Ready.", "pods")])
            with
        { IsCertain = used };
    }

    /// <summary>The one machine on which it fails while the same runs elsewhere; null when it is not so.</summary>
    private static string? OnlyNode(ClusterFacts facts)
    {
        var failing = facts.Standing.FindAll(p => !p.IsWell && facts.About(p).Any(e => e.Reason == "FailedCreatePodSandBox"));
        return failing.Select(p => p.Node).Distinct().ToList() is [{ } node] && facts.Standing.Exists(p => p.IsWell && p.Node is { } other && other != node && p.TemplateHash == failing[0].TemplateHash) ? node : null;
    }

    private static Cause? NoPlace(ClusterFacts facts)
    {
        var pods = facts.Standing.FindAll(p => p.Phase == "Pending" && p.Conditions.Exists(c => c.Type == "PodScheduled" || c.Reason == "Unschedulable") || p.Phase == "Pending" && facts.About(p).Any(e => e.Reason == "FailedScheduling"));
        if (pods.IsEmpty)
            return null;
        var said = pods.SelectMany(facts.About).Where(e => e.Reason == "FailedScheduling").ToList();
        var why = string.Join(' ', said.Select(e => e.Message).Concat(pods.SelectMany(p => p.Conditions).Select(c => c.Message)));
        var (category, what, remedy) = why switch
        {
            _ when Changes.Text.Has(why, "persistentvolumeclaim.*not found|unbound immediate|storageclass") => (Categories.ConfigurationError, "the volume that it claims is not there", "config-revert"),
            _ when Changes.Text.Has(why, "volume node affinity") => (Categories.Infrastructure, "its volume is on a machine that it cannot use", "reschedule"),
            _ when Changes.Text.Has(why, VolumeLimit) => (Categories.ResourceExhaustion, "the nodes have as many volumes attached as each may have (the attach limit), whatever processor and memory is left", "scale"),
            _ when Changes.Text.Has(why, "insufficient|too many pods|exceed") => (Categories.ResourceExhaustion, $"the nodes have not enough room ({Missing(why)}) for what it requests", "scale"),
            _ when Changes.Text.Has(why, "not ready|unreachable|unschedulable|disk-pressure|memory-pressure|NotReady") && !Changes.Text.Has(why, "didn't match|affinity/selector") => (Categories.Infrastructure, "the nodes that could take it are not ready or are cordoned", "failover"),
            _ when Changes.Text.Has(why, "taint|affinity|selector|didn't match|topology") => (Categories.ConfigurationError, "no node fits its node selector, affinity or tolerations (taints)", "config-revert"),
            _ => (Categories.ResourceExhaustion, "no node takes it", "scale"),
        };
        return Say.Cause(
            category, 0.9, $"{Upper(Say.Pods(pods))} is Pending, since {what}: {Say.Words(said.Select(e => e.Message).FirstOrDefault() ?? why)}.", remedy,
            [.. said.Take(3).Select(e => Say.Event(facts, e)), Say.That(facts, $"{pods.Count} of {facts.Pods.Count} pods are Pending.", "pods")])
            with
        { Suggestions = Grew(facts, pods) ? Say.Fix(Remedies.Rollback(facts)) : [], IsCertain = said.Count > 0 };
    }

    /// <summary>Only copies of the newest template find no place: it asks for more than the one before.</summary>
    private static bool Grew(ClusterFacts facts, IReadOnlyList<PodView> pods) =>
        facts.NewestHash is { } newest && pods.All(p => p.TemplateHash == newest) && facts.Pods.Exists(p => p.IsWell && p.TemplateHash != newest);

    private static Cause? NoQuota(ClusterFacts facts)
    {
        var said = facts.Events.Where(e => Changes.Text.Has(e.Message, "exceeded quota|forbidden: .*quota|limitrange|maximum (cpu|memory) usage|must specify limits")).ToList();
        if (said.Count == 0 || facts.Controller is { IsComplete: true })
            return null;
        var quota = Changes.Text.Has(said[0].Message, "exceeded quota");
        return Say.Cause(
            quota ? Categories.ResourceExhaustion : Categories.ConfigurationError, 0.9,
            quota ? $"The namespace {facts.Namespace} has used up its resource quota, so no more pods are made: {Say.Words(said[0].Message)}." : $"Pods are refused by the limits of the namespace: {Say.Words(said[0].Message)}.",
            quota ? "scale" : "config-revert", [.. said.Take(3).Select(e => Say.Event(facts, e))]) with
        { IsCertain = true };
    }

    private static Cause? NoVolume(ClusterFacts facts)
    {
        var said = facts.Events.Where(e => e.Reason is "FailedMount" or "FailedAttachVolume" or "FailedMapVolume" or "ProvisioningFailed" && IsWaiting(facts, e)).ToList();
        if (said.Count == 0)
            return null;
        var why = said[0].Message;
        var full = said.Exists(e => Changes.Text.Has(e.Message, VolumeLimit) && !Changes.Text.Has(e.Message, @"\b(rate|request|api|quota)s? .{0,10}limit"));
        var missing = !full && Changes.Text.Has(why, "not found|references non-existent|no such|key .*not");
        return Say.Cause(
            full ? Categories.ResourceExhaustion : missing ? Categories.ConfigurationError : Categories.Infrastructure, 0.9,
            full ? $"The node has as many volumes attached as it may have (the attach limit), so the pod cannot start there: {Say.Words(said.Find(e => Changes.Text.Has(e.Message, VolumeLimit))!.Message)}." : missing ? $"A volume refers to a secret, config map or claim that is not there, so the pod cannot start: {Say.Words(why)}." : $"A volume cannot be attached or mounted (storage infrastructure), so the pod cannot start: {Say.Words(why)}.",
            full ? "scale" : missing ? "config-revert" : "failover", [.. said.Take(3).Select(e => Say.Event(facts, e))]) with
        { Suggestions = missing && facts.IsNewest(facts.Standing.FindAll(p => said.Exists(e => e.Name == p.Name))) ? Say.Fix(Remedies.Rollback(facts)) : [], IsCertain = true };
    }

    /// <summary>How schedulers and storage drivers of different makers say that a machine takes no more volumes.</summary>
    private const string VolumeLimit =
        @"max volume count|(attach\w*|volume|disk)s? .{0,40}limit .{0,20}(exceed|reach)|(exceed|reach)\w* .{0,40}(limit|maximum)( number)? of .{0,30}(volume|disk|attachment)|(maximum|max) (number|count) of .{0,30}(volume|disk|attachment)|AttachmentLimitExceeded|VolumeLimitExceeded|too many (volumes|disks|attachments)";

    private static bool IsWaiting(ClusterFacts facts, EventView seen) => facts.Standing.Find(p => p.Name == seen.Name) is not { IsWell: true };

    private static string Missing(string why) =>
        string.Join(", ", new[] { "cpu", "memory", "ephemeral-storage", "pods", "gpu" }.Where(what => Changes.Text.Has(why, $"insufficient [\\w./-]*{what}|too many {what}")));

    private static string Serving(ClusterFacts facts) => facts.Pods.Count(p => p.IsWell) is > 0 and var well ? $"; {well} pods of the old ReplicaSet still serve" : "";

    private static string Said(string? message) => message is null ? "" : $"The kubelet says {Say.Words(message)}.";

    private static string Upper(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
