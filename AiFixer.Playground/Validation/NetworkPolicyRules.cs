using System.Net;
using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Validation;

internal static class NetworkPolicyRules
{
    public static void Check(JsonObject? spec, List<FieldError> errors)
    {
        var types = spec.Arr("policyTypes") ?? [];
        for (var i = 0; i < types.Count; i++)
        {
            if (types[i].AsText() is not ("Ingress" or "Egress"))
                errors.Add(FieldError.Unsupported($"spec.policyTypes[{i}]", types[i].AsText() ?? "", "\"Egress\", \"Ingress\""));
        }

        Rules(spec, "ingress", "from", errors);
        Rules(spec, "egress", "to", errors);
    }

    private static void Rules(JsonObject? spec, string direction, string peers, List<FieldError> errors)
    {
        var rules = spec.Arr(direction) ?? [];
        for (var i = 0; i < rules.Count; i++)
        {
            var path = $"spec.{direction}[{i}]";
            foreach (var (at, port) in (rules[i].Arr("ports") ?? []).Index())
                Port(port, $"{path}.ports[{at}]", errors);
            foreach (var (at, peer) in (rules[i].Arr(peers) ?? []).Index())
                Peer(peer, $"{path}.{peers}[{at}]", errors);
        }
    }

    private static void Port(JsonNode? port, string path, List<FieldError> errors)
    {
        if (port.Str("protocol") is not ("TCP" or "UDP" or "SCTP"))
            errors.Add(FieldError.Unsupported($"{path}.protocol", port.Str("protocol") ?? "", "\"SCTP\", \"TCP\", \"UDP\""));
        if (port.Int("port") is { } number && number is < 1 or > 65535)
            errors.Add(FieldError.Invalid($"{path}.port", $"{number}", "must be between 1 and 65535, inclusive"));
    }

    private static void Peer(JsonNode? peer, string path, List<FieldError> errors)
    {
        var block = peer.Obj("ipBlock");
        var selects = peer.Obj("podSelector") is not null || peer.Obj("namespaceSelector") is not null;
        if (block is null && !selects)
            errors.Add(FieldError.Required(path, "must specify a peer"));
        if (block is null)
            return;
        if (selects)
            errors.Add(FieldError.Forbidden(path, "may not specify both ipBlock and another peer"));
        if (!IPNetwork.TryParse(block.Str("cidr"), out var whole))
        {
            errors.Add(FieldError.Invalid($"{path}.ipBlock.cidr", $"\"{block.Str("cidr")}\"", "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"));
            return;
        }

        foreach (var (at, part) in (block.Arr("except") ?? []).Index())
        {
            if (!IPNetwork.TryParse(part.AsText(), out var hole) || !whole.Contains(hole.BaseAddress) || hole.PrefixLength <= whole.PrefixLength)
                errors.Add(FieldError.Invalid($"{path}.ipBlock.except[{at}]", $"\"{part.AsText()}\"", "must be a strict subset of `cidr`"));
        }
    }
}
