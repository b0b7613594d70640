# SPDX-License-Identifier: GPL-3.0-or-later
"""Your own training in PyTorch, for Deltascope: three lines write how fast every layer learns.

    recorder = Recorder(model, "run.json")      # 1
    for x, y in batches:
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        recorder.record(loss)                   # 2: behind backward(), before the optimizer's step
        optimizer.step()
    recorder.close()                            # 3: writes the file

`deltascope-cli figure speed_over_training --run run.json --out speeds.png` draws it. Of every layer with weights (Linear,
convolutions) in the order in which they are called: the norm of ∂C/∂b, which is that of the mean δ of its
weighted inputs z, also where the layer has no biases; the norm of ∂C/∂w; and of what its activation gives mean,
deviation, 98th percentile and the share of saturated neurons (|f'(z)| below 5 % of its largest). Of a convolution δ is
summed over the places of its picture, channel by channel, as its bias meets them. Costs are as you give them: a mean
over the batch, as PyTorch's are by default, makes δ the mean of the batch. Figures count steps: of epochs it knows nothing.

Nothing but torch is needed.
"""
import json
import math

import torch

__all__ = ["Recorder"]

_LAYERS = (torch.nn.Linear, torch.nn.Conv1d, torch.nn.Conv2d, torch.nn.Conv3d)
_ACTIVATIONS = {torch.nn.Sigmoid: "sigmoid", torch.nn.Tanh: "tanh", torch.nn.ReLU: "relu", torch.nn.LeakyReLU: "leaky_relu",
                torch.nn.ELU: "elu", torch.nn.SELU: "selu", torch.nn.GELU: "gelu", torch.nn.SiLU: "swish",
                torch.nn.Softplus: "softplus", torch.nn.Softsign: "softsign", torch.nn.Hardtanh: "hard_tanh",
                torch.nn.Mish: "mish"}
_SATURATED = 0.05
_MOST_NEURONS, _MOST_INPUTS = 1024, 65536  # of a layer that Deltascope draws
_MOST_RECORDS = 2000


class Recorder:
    """Watches `model`. `every`: so many steps between two records; where a training is long, every second one is
    dropped now and then, so that the file stays small."""

    def __init__(self, model, path, every=1):
        self._path, self._every = path, every
        self._step, self._records, self._order = 0, [], []
        self._seen, self._behind = {}, {}
        self._handles, self._open, self._divergence = [], None, None
        for module in model.modules():
            if isinstance(module, _LAYERS):
                self._handles.append(module.register_forward_hook(self._layer))
            elif type(module) in _ACTIVATIONS:
                self._handles.append(module.register_forward_hook(self._activation))

    def _layer(self, module, inputs, output):
        if not output.requires_grad:
            return  # a look at test data
        if module not in self._order:
            self._order.append(module)
        seen = self._seen[module] = {"delta": None, "a": output.detach(), "slope": None}

        def keep(gradient):
            axes = [i for i in range(gradient.dim()) if i != self._channels(module, gradient)]
            seen["delta"] = gradient.detach().sum(axes) if axes else gradient.detach()

        output.register_hook(keep)
        self._open = module

    @staticmethod
    def _channels(module, tensor):
        return tensor.dim() - 1 if isinstance(module, torch.nn.Linear) else 1

    def _activation(self, module, inputs, output):
        layer = self._open
        if layer is None or not output.requires_grad or layer in self._behind and self._behind[layer] is not type(module):
            return
        self._behind[layer], self._open = type(module), None
        z = inputs[0].detach().double().requires_grad_()
        with torch.enable_grad():
            slope, = torch.autograd.grad(self._plain(module)(z).sum(), z)
            line = torch.linspace(-10, 10, 401, dtype=torch.float64, device=z.device, requires_grad=True)
            largest = torch.autograd.grad(self._plain(module)(line).sum(), line)[0].abs().max()
        self._seen[layer].update(a=output.detach(), slope=slope.abs() < _SATURATED * largest)

    @staticmethod
    def _plain(module):
        """The same function without what it does in place."""
        copy = type(module).__new__(type(module))
        copy.__dict__.update(module.__dict__)
        copy.__dict__["_forward_hooks"] = {}
        if hasattr(copy, "inplace"):
            copy.__dict__["inplace"] = False
        return copy

    def record(self, loss):
        """One step: the gradients are there and the weights are the old ones."""
        layers = [self._numbers(module) for module in self._order] if self._step % self._every == 0 else None
        broken = layers and [i for i, each in enumerate(layers, 1) if None in (each["bias_speed"], each["weight_speed"])]
        if self._divergence is None and (broken or not math.isfinite(float(loss.detach()))):
            self._divergence = {"step": self._step, "layer": broken[-1] if broken else len(self._order), "quantity": "gradient"}
        if layers and self._divergence is None:
            self._records.append({"step": self._step, "epoch": self._step, "cost": _finite(float(loss.detach())),
                                  "accuracy": None, "test_cost": None, "test_accuracy": None, "layers": layers})
        if len(self._records) > _MOST_RECORDS:
            self._records, self._every = self._records[::2], 2 * self._every
        self._step += 1

    def _numbers(self, module):
        seen = self._seen[module]
        if seen["delta"] is None:
            raise RuntimeError("record() belongs behind loss.backward()")
        a = seen["a"].double().flatten()
        gradient = module.weight.grad
        return {"bias_speed": _finite(seen["delta"].double().norm().item()),
                "weight_speed": _finite(0.0 if gradient is None else gradient.double().norm().item()),
                "mean": _finite(a.mean().item()), "std": _finite(a.std(unbiased=False).item()),
                "p98": _finite(_quantile(a.abs(), 0.98)),
                "saturated": None if seen["slope"] is None else seen["slope"].double().mean().item(),
                "log_update": None, "log_gradient_p05": None, "log_gradient_p50": None, "log_gradient_p95": None}

    def close(self):
        """Writes the file and leaves the model alone."""
        for handle in self._handles:
            handle.remove()
        if not self._records:
            raise RuntimeError("nothing was recorded: record(loss) belongs behind loss.backward()")
        with open(self._path, "w", encoding="utf-8") as file:
            json.dump({"format": "deltascope.run", "schema": 1, "scenario": self._scenario(), "divergence": self._divergence,
                       "counts": "steps", "moments": self._records}, file, allow_nan=False)

    def _scenario(self):
        def out(module):
            return min(_MOST_NEURONS, module.weight.shape[0])

        first, last, hidden = self._order[0], self._order[-1], self._order[:-1]
        widths = [out(module) for module in hidden]
        shared = max(dict.fromkeys(widths), key=widths.count) if widths else 1
        names = [_ACTIVATIONS.get(self._behind.get(module), "identity") for module in self._order]
        common = max(dict.fromkeys(names[:-1]), key=names[:-1].count) if hidden else "identity"
        layers = []
        for i, (width, name) in enumerate(zip(widths, names), 1):
            own = {"layer": i}
            if width != shared:
                own["width"] = width
            if name != common:
                own["activation"] = name
            if len(own) > 1:
                layers.append(own)
        return {"depth": len(self._order), "width": shared, "inputs": min(_MOST_INPUTS, first.weight[0].numel()),
                "outputs": out(last), "activation": common, "output_activation": names[-1], "layers": layers,
                "initializer": "glorot_uniform", "data": "gaussian", "epochs": max(1, self._step)}


def _finite(number):
    return number if math.isfinite(number) else None


def _quantile(values, share):
    return values.kthvalue(max(1, math.ceil(share * values.numel()))).values.item()
