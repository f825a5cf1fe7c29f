"""LaMa's generator, which fills a hole in one pass (Suvorov et al. 2022, arXiv:2109.07161).

Its fast Fourier convolutions (Chi et al. 2020) split the channels into a local part and a global part that
sees the whole image through its spectrum. Parameter names are those of the public big-lama checkpoint.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import torch
from torch import Tensor, nn

from engine.errors import BadModelError
from engine.mirror import mirrored

PADDING_MULTIPLE = 8

Split: TypeAlias = tuple[Tensor, Tensor | None]
"""The local and the global channels of one image; early layers have no global ones."""


@dataclass(frozen=True)
class LamaConfig:
    """The shape of a generator; the defaults are big-lama.

    ``ratio``: share of global channels in the blocks. ``local_fourier``: a second Fourier unit over
    quarters of the image, for square inputs only. ``corrects``: the hole arrives filled classically
    instead of zeroed, and the output is added to that fill; weights do not show it.
    """

    base_width: int = 64
    downsamplings: int = 3
    blocks: int = 18
    ratio: float = 0.75
    local_fourier: bool = False
    in_channels: int = 4
    out_channels: int = 3
    max_width: int = 1024
    corrects: bool = False

    @classmethod
    def from_flags(cls, flags: Mapping[str, Any]) -> LamaConfig:
        """Read the ``generator`` section of LaMa's own configuration files."""
        outer = [flags.get(section, {}) for section in ("init_conv_kwargs", "downsample_conv_kwargs")]
        if any(kwargs.get("ratio_gin") or kwargs.get("ratio_gout") for kwargs in outer):
            raise BadModelError("This LaMa splits channels before its blocks, which is not supported.")
        if flags.get("add_out_act", True) != "sigmoid":
            raise BadModelError("This LaMa does not end in a sigmoid, which is not supported.")
        blocks = flags["resnet_conv_kwargs"]
        return cls(
            base_width=int(flags["ngf"]),
            downsamplings=int(flags["n_downsampling"]),
            blocks=int(flags["n_blocks"]),
            ratio=float(blocks["ratio_gout"]),
            local_fourier=bool(blocks.get("enable_lfu", True)),
            in_channels=int(flags["input_nc"]),
            out_channels=int(flags["output_nc"]),
            max_width=int(flags.get("max_features", 1024)),
        )


class LamaGenerator(nn.Module):
    """From the photo without the hole, and the hole, to a whole photo."""

    def __init__(self, config: LamaConfig) -> None:
        super().__init__()
        self.config = config
        widths = [min(config.max_width, config.base_width * 2**n) for n in range(config.downsamplings + 1)]
        layers: list[nn.Module] = [
            nn.ReflectionPad2d(3),
            FourierLayer(config.in_channels, widths[0], 7, padding=0),
        ]
        for n in range(config.downsamplings):
            last = n == config.downsamplings - 1
            layers.append(
                FourierLayer(widths[n], widths[n + 1], 3, stride=2, ratio_out=config.ratio if last else 0.0)
            )
        layers += [FourierBlock(widths[-1], config.ratio, config.local_fourier) for _ in range(config.blocks)]
        layers.append(Joined())
        relu = nn.ReLU(inplace=True)
        for n in reversed(range(config.downsamplings)):
            up = nn.ConvTranspose2d(widths[n + 1], widths[n], 3, stride=2, padding=1, output_padding=1)
            layers += [up, nn.BatchNorm2d(widths[n]), relu]
        last_convolution = nn.Conv2d(widths[0], config.out_channels, 7)
        if config.corrects:
            nn.init.zeros_(last_convolution.weight)  # half a sigmoid: at first the fill is left as it is
            nn.init.zeros_(last_convolution.bias)  # type: ignore[arg-type]
        layers += [nn.ReflectionPad2d(3), last_convolution, nn.Sigmoid()]
        self.model = nn.Sequential(*layers)

    def forward(self, x: Tensor) -> Tensor:
        """Return RGB (B, 3, H, W) in [0, 1].

        ``x``: (B, 4, H, W), RGB in [0, 1] with the hole zeroed (filled, if the generator corrects), then
        the hole as 0 or 1; sides multiples of 2 to the number of downsamplings, and at least twice that.
        A generator that corrects returns half of one plus half of the correction.
        """
        result: Tensor = self.model(x)
        return result

    def predict(self, image: Tensor, hole: Tensor) -> Tensor:
        """Return the whole photo (B, 3, H, W), in [0, 1] unless the generator corrects a fill.

        ``image``: (B, 3, H, W) RGB in [0, 1], the hole filled if the generator corrects. ``hole``:
        (B, 1, H, W). Sides as for :meth:`forward`.
        """
        if self.config.corrects:
            correction: Tensor = 2 * self(torch.cat([image, hole], dim=1)).float() - 1
            return image + correction
        predicted: Tensor = self(masked_input(image, hole))
        return predicted


class FourierLayer(nn.Module):
    """A fast Fourier convolution, then norm and ReLU on either part."""

    def __init__(
        self,
        channels: int,
        width: int,
        kernel: int,
        *,
        stride: int = 1,
        padding: int = 1,
        ratio_in: float = 0.0,
        ratio_out: float = 0.0,
        local_fourier: bool = False,
    ) -> None:
        super().__init__()
        global_width = int(width * ratio_out)
        self.ffc = FourierConvolution(
            channels, width, kernel, stride, padding, ratio_in, ratio_out, local_fourier
        )
        self.bn_l = nn.BatchNorm2d(width - global_width)
        self.bn_g = nn.BatchNorm2d(global_width) if global_width else nn.Identity()
        self.act = nn.ReLU(inplace=True)

    def forward(self, x: Tensor | Split) -> Split:
        """Return both parts of the result."""
        near, far = self.ffc((x, None) if isinstance(x, Tensor) else x)
        return self.act(self.bn_l(near)), None if far is None else self.act(self.bn_g(far))


class FourierConvolution(nn.Module):
    """Convolutions between local and global channels; global to global goes through the spectrum."""

    def __init__(
        self,
        channels: int,
        width: int,
        kernel: int,
        stride: int,
        padding: int,
        ratio_in: float,
        ratio_out: float,
        local_fourier: bool,
    ) -> None:
        super().__init__()
        global_in, global_out = int(channels * ratio_in), int(width * ratio_out)
        local_in, local_out = channels - global_in, width - global_out

        def convolution(inputs: int, outputs: int) -> nn.Module | None:
            if not inputs or not outputs:
                return None
            return nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False, padding_mode="reflect")

        self.convl2l = convolution(local_in, local_out)
        self.convl2g = convolution(local_in, global_out)
        self.convg2l = convolution(global_in, local_out)
        spectral = global_in and global_out
        self.convg2g = SpectralTransform(global_in, global_out, local_fourier) if spectral else None

    def forward(self, x: Split) -> Split:
        """Return both parts of the result."""
        near, far = x
        return (
            _total((self.convl2l, near), (self.convg2l, far)),
            _total((self.convl2g, near), (self.convg2g, far)) if self.convl2g is not None else None,
        )


class FourierBlock(nn.Module):
    """Two Fourier layers with a residual connection around them."""

    def __init__(self, width: int, ratio: float, local_fourier: bool) -> None:
        super().__init__()
        self.conv1, self.conv2 = (
            FourierLayer(width, width, 3, ratio_in=ratio, ratio_out=ratio, local_fourier=local_fourier)
            for _ in range(2)
        )

    def forward(self, x: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
        """Return both parts, each with its input added."""
        near, far = self.conv2(self.conv1(x))
        return x[0] + near, x[1] + far


class Joined(nn.Module):
    """Local and global channels as one tensor."""

    def forward(self, x: tuple[Tensor, Tensor]) -> Tensor:
        """Return (B, C, H, W), the local channels first."""
        return torch.cat(x, dim=1)


class SpectralTransform(nn.Module):
    """Halve the channels, add what the Fourier units make of them, widen again."""

    def __init__(self, channels: int, width: int, local_fourier: bool) -> None:
        super().__init__()
        inner = width // 2
        self.conv1 = nn.Sequential(
            nn.Conv2d(channels, inner, 1, bias=False), nn.BatchNorm2d(inner), nn.ReLU(inplace=True)
        )
        self.fu = FourierUnit(inner)
        self.lfu = FourierUnit(inner) if local_fourier else None
        self.conv2 = nn.Conv2d(inner, width, 1, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        """Return (B, width, H, W)."""
        x = self.conv1(x)
        total = x + self.fu(x)
        if self.lfu is not None:
            total = total + self.lfu(_quarters(x)).repeat(1, 1, 2, 2)
        result: Tensor = self.conv2(total)
        return result


class FourierUnit(nn.Module):
    """A pointwise convolution of the spectrum, its real and imaginary parts as interleaved channels."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv_layer = nn.Conv2d(2 * channels, 2 * channels, 1, bias=False)
        self.bn = nn.BatchNorm2d(2 * channels)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x: Tensor) -> Tensor:
        """Return a tensor of the shape of ``x``, (B, C, H, W)."""
        spectrum = torch.view_as_real(torch.fft.rfft2(x.float(), norm="ortho"))
        channels = spectrum.permute(0, 1, 4, 2, 3).flatten(1, 2)
        channels = self.relu(self.bn(self.conv_layer(channels)))
        spectrum = channels.unflatten(1, (-1, 2)).permute(0, 1, 3, 4, 2).contiguous()
        result: Tensor = torch.fft.irfft2(torch.view_as_complex(spectrum), s=x.shape[-2:], norm="ortho")
        return result.to(x.dtype)


def fill(generator: LamaGenerator, image: Tensor, hole: Tensor) -> Tensor:
    """Return ``image`` with its hole filled; pixels outside the hole are its own.

    ``image``: float32 (B, 3, H, W) RGB in [0, 1], its hole filled if the generator corrects. ``hole``:
    float32 (B, 1, H, W), 1 = repair, else 0. Sides may have any size: both are mirrored at the bottom and
    right to what the network needs.
    """
    height, width = image.shape[-2:]
    predicted = generator.predict(padded(image), padded(hole)).clamp(0, 1)
    return hole * predicted[..., :height, :width] + (1 - hole) * image


def masked_input(image: Tensor, hole: Tensor) -> Tensor:
    """The generator's four channels."""
    return torch.cat([image * (1 - hole), hole], dim=1)


def padded(image: Tensor) -> Tensor:
    """Mirror the bottom and right of ``image``, the edge repeated, up to multiples of 8 and at least 16."""
    for axis in (-2, -1):
        length = image.shape[axis]
        target = max(-(-length // PADDING_MULTIPLE), 2) * PADDING_MULTIPLE
        index = torch.from_numpy(mirrored(range(target), length)).to(image.device)
        image = image.index_select(axis, index)
    return image


def _total(*terms: tuple[nn.Module | None, Tensor | None]) -> Tensor:
    values = [module(part) for module, part in terms if module is not None and part is not None]
    total: Tensor = values[0] if len(values) == 1 else values[0] + values[1]
    return total


def _quarters(x: Tensor) -> Tensor:
    """The first quarter of the channels, cut into 2 x 2 tiles that are stacked as channels."""
    height, width = x.shape[-2:]
    if height != width or height % 2:
        raise BadModelError("This LaMa variant (with a local Fourier unit) works on square images only.")
    rows = torch.cat(x[:, : x.shape[1] // 4].chunk(2, dim=2), dim=1)
    return torch.cat(rows.chunk(2, dim=3), dim=1)
